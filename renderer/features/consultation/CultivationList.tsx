import { useLiveQuery } from 'dexie-react-hooks'
import { Link } from 'react-router'
import { memberById } from '@shared/domain/dossier'
import { paperNames } from '@shared/documents/vocabulary/papers'
import type { Cell } from '@shared/ipc/table'
import { loadCasesInStatus } from '@renderer/data/case-queues'
import { useToday } from '@renderer/data/use-live'
import { TableButton } from '@renderer/parts/tables/TableButton'
import { StatusMark } from '@renderer/ui/StatusMark'
import { useTranslation } from '@renderer/ui/translation'
import { statusesTaking } from '@shared/workflow/status-moves'

/** Where a dossier waits after a meeting that did not decide it. */
const afterMeeting = statusesTaking('apply-again', 'resume-consultation')
const text = (words: string): Cell => (words === '' ? { kind: 'empty' } : { kind: 'text', text: words })

/** 重点培育名单 (work rule): whoever a meeting put on it, until it is decided. */
export function CultivationList() {
  const { t } = useTranslation()
  const today = useToday()
  const cases = useLiveQuery(() => loadCasesInStatus(afterMeeting, today), [today], [])
  const listed = cases.filter(({ file }) => file.proceedings.consultation?.isCultivated === true)
  const words = (one: (typeof listed)[number]) => {
    const said = one.file.proceedings.consultation
    return [said?.note ?? '', said?.condition ?? ''].filter((part) => part !== '').join(t('punctuation.semicolon'))
  }
  return (
    <section className="panel stack" aria-label={t('consultation.cultivated')}>
      <div className="row spread">
        <h2>
          {t('consultation.cultivated')} <span className="tag work-rule">{t('common.workRule')}</span>
        </h2>
        <TableButton
          label={t('consultation.exportCultivated')}
          kind="cultivation-list"
          about={{}}
          baseName={`${paperNames['cultivation-list']}-${today}`}
          disabled={listed.length === 0}
          table={() =>
            Promise.resolve({
              kind: 'workbook',
              sheets: [
                {
                  name: t('consultation.cultivated'),
                  title: t('consultation.cultivated'),
                  columns: [
                    { header: t('table.serial'), width: 6 },
                    { header: t('dossiers.alliance'), width: 40 },
                    { header: t('table.chair'), width: 30 },
                    { header: t('consultation.heldOn'), width: 14 },
                    { header: t('field.reason'), width: 50 },
                    { header: t('consultation.until'), width: 14 },
                  ],
                  rows: listed.map((one, index) => {
                    const { content, proceedings } = one.file
                    const said = proceedings.consultation
                    return [
                      { kind: 'number', digits: String(index + 1) },
                      text(content.alliance.name),
                      text(memberById(content, content.alliance.chairUnitId)?.fullName ?? ''),
                      said === null ? { kind: 'empty' } : { kind: 'day', day: said.heldOn },
                      text(words(one)),
                      said?.until === undefined ? { kind: 'empty' } : { kind: 'day', day: said.until },
                    ]
                  }),
                },
              ],
            })
          }
        />
      </div>
      {listed.length === 0 ? (
        <p className="quiet">{t('consultation.noneCultivated')}</p>
      ) : (
        <ul className="plain stack">
          {listed.map((one) => (
            <li key={one.file.id}>
              <span className="row">
                <Link className="strong" to={`/dossiers/${one.file.id}?tab=documents`}>
                  {one.file.content.alliance.name}
                </Link>
                <StatusMark status={one.status} />
                {one.file.proceedings.consultation?.until === undefined ? null : (
                  <span className="quiet">
                    {t('consultation.untilIs', { on: one.file.proceedings.consultation.until })}
                  </span>
                )}
              </span>
              <div className="quiet">{words(one)}</div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
