import { Alert, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { InspectedFile } from '@shared/inspection/finding'
import { FindingNotes } from './FindingNotes'
import { useTranslation } from './translation'

/** Hands over what was looked into until it is told to stop. */
export type InspectAttachments = (
  onPortion: (files: readonly InspectedFile[], done: number, total: number) => boolean,
) => Promise<void>

type Progress = { readonly files: readonly InspectedFile[]; readonly done: number; readonly total: number }

const nothing: Progress = { files: [], done: 0, total: 0 }

/** In a dry run: what is found in the attachments. Looking does not hold up the import and can be stopped. */
export function AttachmentFindings({ inspect }: { readonly inspect: InspectAttachments }) {
  const { t } = useTranslation()
  const [progress, setProgress] = useState<Progress>(nothing)
  const [isOver, setOver] = useState(false)
  const stopped = useRef(false)
  const look = useRef(inspect)
  useEffect(() => {
    stopped.current = false
    look
      .current((files, done, total) => {
        if (stopped.current) return false
        setProgress((before) => ({ files: [...before.files, ...files], done, total }))
        return true
      })
      // Taken in or put away meanwhile: each file is looked into again when it is opened.
      .catch(() => undefined)
      .finally(() => {
        if (!stopped.current) setOver(true)
      })
    return () => {
      stopped.current = true
    }
  }, [])
  const { files, done, total } = progress
  const found = files.filter(({ inspection }) => inspection.findings.length > 0)
  if (isOver && total === 0) return null
  return (
    <div className="stack">
      {isOver ? (
        <Alert
          type={found.length > 0 ? 'warning' : 'success'}
          showIcon
          title={
            done < total
              ? t('findings.stopped', { done, total })
              : t(found.length > 0 ? 'findings.found' : 'findings.clean', { count: found.length, total })
          }
        />
      ) : (
        <div className="row" role="status">
          <span className="grow">{t('findings.looking', { done, total })}</span>
          <Button
            size="small"
            onClick={() => {
              stopped.current = true
              setOver(true)
            }}
          >
            {t('findings.stop')}
          </Button>
        </div>
      )}
      {found.map(({ sha256, fileNames, inspection }) => (
        <FindingNotes key={sha256} fileName={fileNames.join('、') || sha256.slice(0, 12)} inspection={inspection} />
      ))}
    </div>
  )
}
