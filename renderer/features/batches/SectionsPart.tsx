import { Alert, Button, Checkbox, Select, Spin } from 'antd'
import { lacksForSection, usualColumns } from '@shared/documents/catalogue-publication'
import {
  listColumns,
  noticeSections,
  type Batch,
  type BatchSection,
  type ListColumn,
  type NoticeSection,
} from '@shared/domain/pilot'
import type { PlainKey } from '@shared/messages/catalogue'
import type { DossierCase } from '@renderer/data/cases'
import { loadListable } from '@renderer/data/listed-cases'
import { useLiveOf, useToday } from '@renderer/data/use-live'
import { DayInput } from '@renderer/ui/DayInput'
import { Labelled } from '@renderer/ui/Labelled'
import { useTranslation } from '@renderer/ui/translation'

const others = noticeSections.filter((kind): kind is BatchSection['kind'] => kind !== 'added')

const columnWords = {
  chair: 'field.chairUnitId',
  industry: 'field.industry',
  term: 'field.term',
  city: 'field.recommendedBy',
  memberCount: 'evidence.memberCount',
  secretariat: 'intake.alliance.secretariatUnit',
  formerName: 'field.oldName',
  filingNo: 'field.filingNo',
} as const satisfies Readonly<Record<ListColumn, PlainKey>>

/** What one notice publishes beside its new pilots, each section from the records, and the columns of each list. */
export function SectionsPart(props: {
  readonly batch: Batch
  readonly members: readonly DossierCase[]
  readonly onChange: (part: Partial<Batch>) => void
}) {
  const { t } = useTranslation()
  const { batch, members, onChange } = props
  const today = useToday()
  const pilots = useLiveOf(`listable ${today}`, () => loadListable(today))
  const sections = batch.sections ?? []
  const put = (next: readonly BatchSection[]) => {
    const inOrder = others.flatMap((kind) => next.find((one) => one.kind === kind) ?? [])
    onChange({ sections: inOrder.map((one) => ({ ...one, dossierIds: [...one.dossierIds] })) })
  }
  const change = (kind: BatchSection['kind'], part: Partial<BatchSection>) => {
    put(sections.map((one) => (one.kind === kind ? { ...one, ...part } : one)))
  }
  return (
    <section className="panel stack" aria-label={t('sections.title')}>
      <h2>{t('sections.title')}</h2>
      <p className="quiet">{t('sections.note')}</p>
      {members.length === 0 ? null : (
        <Columns
          kind="added"
          columns={batch.columns ?? usualColumns.added}
          onChange={(columns) => {
            onChange({ columns })
          }}
        />
      )}
      {pilots === undefined ? <Spin /> : null}
      {others.map((kind) => {
        const section = sections.find((one) => one.kind === kind)
        const pool = kind === 'in-force' ? [...members, ...(pilots ?? [])] : (pilots ?? [])
        const may = pool.filter(
          ({ file }, index) =>
            pool.findIndex((one) => one.file.id === file.id) === index &&
            lacksForSection(kind, file, batch.dossierIds.includes(file.id)) === null,
        )
        return (
          <div key={kind} className="check stack">
            <Checkbox
              checked={section !== undefined}
              onChange={(event) => {
                const rest = sections.filter((one) => one.kind !== kind)
                put(event.target.checked ? [...rest, { kind, dossierIds: [] }] : rest)
              }}
            >
              {t(`noticeSection.${kind}`)}
              {kind === 'rectifying' ? (
                <>
                  {' '}
                  <span className="tag work-rule">{t('common.workRule')}</span>
                </>
              ) : null}
            </Checkbox>
            {section === undefined ? null : (
              <>
                {kind === 'rectifying' ? <Alert type="info" showIcon title={t('sections.rectifyingNote')} /> : null}
                <Labelled
                  label={t('sections.listed', { count: section.dossierIds.length, may: may.length })}
                  htmlFor={`section-${kind}`}
                  wide
                >
                  <Select
                    id={`section-${kind}`}
                    mode="multiple"
                    showSearch={{ optionFilterProp: 'label' }}
                    value={[...section.dossierIds]}
                    options={may.map(({ file }) => ({ value: file.id, label: file.content.alliance.name }))}
                    onChange={(dossierIds) => {
                      change(kind, { dossierIds })
                    }}
                  />
                </Labelled>
                <div className="row">
                  <Button
                    size="small"
                    disabled={may.length === 0}
                    onClick={() => {
                      change(kind, { dossierIds: may.map(({ file }) => file.id) })
                    }}
                  >
                    {t('sections.all', { count: may.length })}
                  </Button>
                </div>
                {kind === 'rectifying' ? (
                  <Labelled label={t('sections.until')} htmlFor="section-until">
                    <DayInput
                      id="section-until"
                      value={section.until ?? null}
                      onChange={(until) => {
                        const { kind: own, dossierIds, columns } = section
                        const kept = { kind: own, dossierIds, ...(columns !== undefined && { columns }) }
                        const next: BatchSection =
                          until === null ? kept : { ...kept, until: until as NonNullable<BatchSection['until']> }
                        put(sections.map((one) => (one.kind === kind ? next : one)))
                      }}
                    />
                  </Labelled>
                ) : null}
                <Columns
                  kind={kind}
                  columns={section.columns ?? usualColumns[kind]}
                  onChange={(columns) => {
                    change(kind, { columns })
                  }}
                />
              </>
            )}
          </div>
        )
      })}
    </section>
  )
}

function Columns(props: {
  readonly kind: NoticeSection
  readonly columns: readonly ListColumn[]
  readonly onChange: (columns: ListColumn[]) => void
}) {
  const { t } = useTranslation()
  const { kind, columns, onChange } = props
  return (
    <Labelled label={t('sections.columns', { section: t(`noticeSection.${kind}`) })} htmlFor={`columns-${kind}`} wide>
      <Select<ListColumn[]>
        id={`columns-${kind}`}
        mode="multiple"
        value={[...columns]}
        options={listColumns.map((column) => ({ value: column, label: t(columnWords[column]) }))}
        onChange={onChange}
      />
    </Labelled>
  )
}
