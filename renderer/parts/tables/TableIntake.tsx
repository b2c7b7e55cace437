import { UploadOutlined } from '@ant-design/icons'
import { Alert, Button, Input } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import type { TableShape } from '@shared/tables/table-shape'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { useTranslation } from '@renderer/ui/translation'
import { useTask } from '@renderer/ui/use-task'
import { tableOfFile, tableOfText, type BroughtTable } from './bring-table'
import { TablePreview } from './TablePreview'
import { columnWords, type TableWords } from './table-words'

type Brought = { readonly table: BroughtTable; readonly source: string; readonly count: number }

/**
 * A part of the form that takes tables: pasted from a spreadsheet, or a file (xlsx, CSV) dropped or chosen. Nothing
 * enters the form before a person saw what was read. A paste into a field of several lines is that field's.
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
  const reading = useTask()
  const show = (table: BroughtTable, source: string) => {
    setProblem(null)
    setBrought((before) => ({ table, source, count: (before?.count ?? 0) + 1 }))
  }
  const paste = (text: string) => {
    setTaken(0)
    const table = tableOfText(text, null)
    if (table !== null) {
      show(table, t('table.source.paste'))
      return
    }
    setBrought(null)
    setProblem(t('table.problem.empty'))
  }
  const bringFile = (file: File) => {
    setTaken(0)
    setBrought(null)
    setProblem(null)
    reading.run(async () => {
      const read = await tableOfFile(file)
      if (read.ok) {
        const { encoding } = read.value
        show(
          read.value,
          encoding === null
            ? t('table.source.workbook', { file: file.name })
            : t('table.source.file', { file: file.name, encoding: encoding.toUpperCase() }),
        )
        return
      }
      setProblem(
        read.error === 'empty' ? t('table.problem.empty') : t(`table.problem.${read.error}`, { file: file.name }),
      )
    })
  }
  const takeFiles = (list: FileList | null) => {
    const [file] = list ?? []
    if (file !== undefined) bringFile(file)
  }
  return (
    <div
      className="stack"
      onPaste={(event) => {
        const clip = event.clipboardData.getData('text/plain')
        if (!isTablePaste(event.target, clip)) return
        event.preventDefault()
        paste(clip)
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
        <Button icon={<UploadOutlined aria-hidden />} loading={reading.busy} onClick={() => input.current?.click()}>
          {t('table.chooseFile')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.xlsm,.csv,.tsv,.txt,text/csv,text/plain"
          onChange={(event) => {
            takeFiles(event.target.files)
            event.target.value = ''
          }}
        />
      </div>
      <ErrorNote error={reading.error} />
      {problem === null ? null : <Alert type="error" showIcon role="alert" title={problem} />}
      {brought === null ? null : (
        <TablePreview
          key={brought.count}
          {...props}
          table={brought.table}
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
