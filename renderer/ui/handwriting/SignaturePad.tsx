import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import Pad from 'signature_pad'
import type { Handwriting } from '@shared/domain/judgement'
import { useTranslation } from '../translation'
import { handwritingOf } from './strokes'
import './handwriting.css'

/** A field to sign by pen, finger or mouse; strokes keep their time. Signing without it is the caller's to offer. */
export function SignaturePad(props: { readonly onChange: (value: Handwriting | null) => void }) {
  const { t } = useTranslation()
  const [canDraw] = useState(() => document.createElement('canvas').getContext('2d') !== null)
  return canDraw ? <DrawingPad {...props} /> : <p role="alert">{t('handwriting.unavailable')}</p>
}

function DrawingPad({ onChange }: { readonly onChange: (value: Handwriting | null) => void }) {
  const { t } = useTranslation()
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<Pad | null>(null)
  const [strokes, setStrokes] = useState(0)
  const told = useRef(onChange)
  useEffect(() => {
    told.current = onChange
  })

  const tell = () => {
    const element = canvas.current
    if (element === null || pad.current === null) return
    const groups = pad.current.toData()
    setStrokes(groups.length)
    told.current(handwritingOf(groups, { width: element.clientWidth, height: element.clientHeight }))
  }
  const keep = useRef(tell)
  useEffect(() => {
    keep.current = tell
  })

  useEffect(() => {
    const element = canvas.current
    if (element === null) return
    const made = new Pad(element, { penColor: '#111', minWidth: 0.8, maxWidth: 2.6 })
    pad.current = made
    const fit = () => {
      const ratio = Math.max(1, window.devicePixelRatio)
      element.width = element.clientWidth * ratio
      element.height = element.clientHeight * ratio
      element.getContext('2d')?.scale(ratio, ratio)
      made.redraw()
    }
    fit()
    const observer = new ResizeObserver(fit)
    observer.observe(element)
    const ended = () => {
      keep.current()
    }
    made.addEventListener('endStroke', ended)
    return () => {
      observer.disconnect()
      made.removeEventListener('endStroke', ended)
      made.off()
      pad.current = null
    }
  }, [])

  const keepOnly = (count: number) => {
    pad.current?.fromData(pad.current.toData().slice(0, count))
    tell()
  }
  return (
    <div className="signature-pad">
      <canvas ref={canvas} role="img" aria-label={t('handwriting.pad', { count: strokes })} />
      <div className="signature-tools">
        <span className="quiet" role="status">
          {t('handwriting.strokes', { count: strokes })}
        </span>
        <Button
          size="small"
          disabled={strokes === 0}
          onClick={() => {
            keepOnly(strokes - 1)
          }}
        >
          {t('handwriting.undo')}
        </Button>
        <Button
          size="small"
          disabled={strokes === 0}
          onClick={() => {
            keepOnly(0)
          }}
        >
          {t('handwriting.clear')}
        </Button>
      </div>
    </div>
  )
}
