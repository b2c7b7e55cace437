import { Button } from 'antd'
import type { AnnexBlock } from '@shared/documents/blocks'
import type { BatchDocumentFacts } from '@shared/documents/catalogue-facts'
import { annexOf, annexSubjects, noticeAnnexPaper } from '@shared/documents/catalogue-publication'
import type { Cell, TableToRender } from '@shared/ipc/table'
import { usePaperDesk } from '@renderer/parts/papers/use-paper-desk'
import { TableButton } from '@renderer/parts/tables/TableButton'
import { useTranslation } from '@renderer/ui/translation'

/** Each list of the notice as a file of its own, as a document and as a workbook. */
export function AnnexFiles(props: {
  readonly facts: (createdAt: string) => BatchDocumentFacts
  readonly disabled: boolean
}) {
  const { t } = useTranslation()
  const { facts, disabled } = props
  const desk = usePaperDesk()
  const known = facts('1970-01-01T00:00:00Z')
  const subjects = annexSubjects(known)
  if (subjects.length === 0) return null
  const { batch } = known
  return (
    <div className="stack">
      <h3>{t('annexFiles.title')}</h3>
      {subjects.map((subject) => (
        <div key={subject.id} className="row">
          <span>{t(`noticeSection.${subject.id as 'added'}`)}</span>
          <Button
            size="small"
            disabled={disabled || desk.busy}
            aria-label={t('annexFiles.paperOf', { section: t(`noticeSection.${subject.id as 'added'}`) })}
            onClick={() => {
              desk.open({
                paper: noticeAnnexPaper,
                subject,
                ground: { batchId: batch.id },
                load: (createdAt) => Promise.resolve(facts(createdAt)),
              })
            }}
          >
            {t('annexFiles.paper')}
          </Button>
          <TableButton
            label={t('annexFiles.table', { section: t(`noticeSection.${subject.id as 'added'}`) })}
            kind="notice-annex"
            about={{ batchId: batch.id }}
            baseName={noticeAnnexPaper.baseName(known, subject)}
            disabled={disabled}
            table={() => Promise.resolve(tableOf(annexOf(known, subject.id)))}
          />
        </div>
      ))}
      {desk.element}
    </div>
  )
}

/** The table of an annex as a sheet: what is printed over two lines stands in one cell. */
function tableOf(annex: AnnexBlock | null): TableToRender {
  const [table] = annex?.blocks.filter((block) => block.kind === 'table') ?? []
  if (annex === null || table === undefined) throw new TypeError('the list has no table')
  const cell = (text: unknown, index: number): Cell => {
    const words = typeof text === 'string' ? text.replaceAll('\n', '') : ''
    if (index === 0 && /^\d+$/u.test(words)) return { kind: 'number', digits: words }
    return words === '' || words === '—' ? { kind: 'empty' } : { kind: 'text', text: words }
  }
  return {
    kind: 'workbook',
    sheets: [
      {
        name: annex.title.slice(0, 31),
        title: annex.title,
        columns: table.columns.map(({ header, width }) => ({ header, width: Math.min(80, Math.max(6, width * 4.5)) })),
        rows: table.rows.map((row) => row.map(cell)),
      },
    ],
  }
}
