import { UploadOutlined } from '@ant-design/icons'
import { Alert, Button, Input } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { decodeTableText } from '@shared/tables/decode-text'
import { readGrid, type Grid } from '@shared/tables/grid'
import type { TableShape } from '@shared/tables/table-shape'
import { useTranslation } from '@renderer/ui/translation'
import { TablePreview } from './TablePreview'
import { columnWords, type TableWords } from './table-words'

/** Larger is no table that a person looks through. */
const mostBytes = 8_000_000

type Brought = { readonly grid: Grid; readonly source: string; readonly count: number }

/**
 * A part of the form that takes tables: pasted from a spreadsheet, or a CSV file dropped or chosen. Nothing enters the
 * form before a person saw what was read. A paste into a field of several lines is that field's.
 */
export function TableIntake<T>(props: {
  readonly shape: TableShape<T>
  readonly words: TableWords<T>
  readonly isKnown: (values: Partial<T>) => boolean
  readonly onTake: (rows: readonly Partial<T>[]) => void
  readonly children: ReactNode
}) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [brought, setBrought] = useState<Brought | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [taken, setTaken] = useState(0)
  const bring = (text: string, source: string) => {
    setTaken(0)
    const grid = readGrid(text)
    setProblem(grid.rows.length === 0 ? t('table.problem.empty') : null)
    setBrought(grid.rows.length === 0 ? null : (before) => ({ grid, source, count: (before?.count ?? 0) + 1 }))
  }
  const bringFile = async (file: File) => {
    setBrought(null)
    if (file.size > mostBytes) {
      setProblem(t('table.problem.large', { file: file.name }))
      return
    }
    let bytes: Uint8Array
    try {
      bytes = new Uint8Array(await file.arrayBuffer())
    } catch {
      setProblem(t('table.problem.unreadable', { file: file.name }))
      return
    }
    const decoded = decodeTableText(bytes)
    if (decoded.ok) {
      bring(
        decoded.value.text,
        t('table.source.file', { file: file.name, encoding: decoded.value.encoding.toUpperCase() }),
      )
    } else setProblem(t(`table.problem.${decoded.error}`, { file: file.name }))
  }
  const takeFiles = (list: FileList | null) => {
    const [file] = list ?? []
    if (file !== undefined) void bringFile(file)
  }
  return (
    <div
      className="stack"
      onPaste={(event) => {
        const clip = event.clipboardData.getData('text/plain')
        if (!isTablePaste(event.target, clip)) return
        event.preventDefault()
        bring(clip, t('table.source.paste'))
      }}
    >
      <p className="quiet">
        {t('table.hint', {
          columns: props.shape.usualOrder.map((key) => columnWords(t, props.words, key)).join(' · '),
        })}
      </p>
      <div
        className="row"
        onDragOver={(event) => {
          event.preventDefault()
        }}
        onDrop={(event) => {
          event.preventDefault()
          takeFiles(event.dataTransfer.files)
        }}
      >
        <Input
          className="paste-place grow"
          aria-label={t('intake.members.pastePlace')}
          placeholder={t('intake.members.pastePlace')}
          value=""
          onChange={() => undefined}
        />
        <Button icon={<UploadOutlined aria-hidden />} onClick={() => input.current?.click()}>
          {t('table.chooseFile')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          onChange={(event) => {
            takeFiles(event.target.files)
            event.target.value = ''
          }}
        />
      </div>
      {problem === null ? null : <Alert type="error" showIcon role="alert" title={problem} />}
      {brought === null ? null : (
        <TablePreview
          key={brought.count}
          {...props}
          grid={brought.grid}
          source={brought.source}
          onTake={(rows) => {
            props.onTake(rows)
            setTaken(rows.length)
            setBrought(null)
          }}
          onLeave={() => {
            setBrought(null)
          }}
        />
      )}
      {taken === 0 ? null : (
        <Alert
          type="success"
          closable
          role="status"
          title={t('table.taken', { count: taken, name: t(props.words.name) })}
        />
      )}
      {props.children}
    </div>
  )
}

/** The paste place takes whatever is pasted; a field of one line only what can be no word for it. */
function isTablePaste(target: EventTarget, clip: string): boolean {
  if (clip.trim() === '' || !(target instanceof HTMLInputElement)) return false
  return target.closest('.paste-place') !== null || clip.trim().includes('\t')
}
