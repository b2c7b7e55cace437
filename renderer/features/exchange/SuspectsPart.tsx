import { Alert } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import type { IpcOutput } from '@shared/ipc/contract'
import { deskNames, listHistoryDoubts } from '@renderer/data/imports'
import { callHost } from '@renderer/platform/bridge'
import { dayAndTime } from '@renderer/platform/clock'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'

type Quarantined = IpcOutput<'journal:list-quarantined'>

const shortId = (id: string | null | undefined): string => id?.slice(0, 16) ?? '—'

/** Second stories that authors told, and histories that did not agree: in red for as long as the journal is kept. */
export function SuspectsPart({ asked }: { /** Changes after every import. */ readonly asked: string | null }) {
  const { t } = useTranslation()
  const doubts = useLiveQuery(listHistoryDoubts, [], [])
  const names = useLiveQuery(deskNames, [], new Map<string, string>())
  const [forks, setForks] = useState<Quarantined>([])
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => {
    let current = true
    callHost('journal:list-quarantined', undefined).then(
      (found) => {
        if (current) setForks(found)
      },
      (error: unknown) => {
        if (current) setFailure(error)
      },
    )
    return () => {
      current = false
    }
  }, [asked, doubts.length])
  return (
    <>
      <ErrorNote error={failure} />
      {forks.length === 0 ? null : (
        <section className="panel stack" aria-label={t('conflicts.quarantined')}>
          <h2 className="danger">{t('conflicts.quarantined')}</h2>
          <Alert type="error" showIcon title={t('conflicts.quarantinedNote')} />
          <div className="scroll-x">
            <table className="plain-table">
              <tbody>
                {forks.map(({ apart, held }) => (
                  <tr key={apart.id}>
                    <th scope="row">
                      {names.get(apart.author) ?? apart.author} {t('conflicts.seq', { seq: apart.seq })}
                    </th>
                    <td>
                      <Story words={t('conflicts.held')} record={held} />
                    </td>
                    <td>
                      <Story words={t('conflicts.apart')} record={apart} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
      {doubts.length === 0 ? null : (
        <section className="panel stack" aria-label={t('conflicts.doubts')}>
          <h2 className="danger">{t('conflicts.doubts')}</h2>
          {doubts.map(({ id, at, kind, author, name, held, shown }) => (
            <Alert
              key={id}
              type="error"
              showIcon
              title={t('conflicts.doubtAt', { when: dayAndTime(at) })}
              description={t(`historyDoubt.${kind}`, {
                who: name === '' ? author : name,
                heldSeq: held.seq,
                heldId: shortId(held.id),
                shownSeq: shown.seq,
                shownId: shortId(shown.id),
              })}
            />
          ))}
        </section>
      )}
    </>
  )
}

function Story({ words, record }: { readonly words: string; readonly record: Quarantined[number]['held'] }) {
  const { t } = useTranslation()
  return (
    <>
      <span className="quiet">{words}</span>{' '}
      {record === null ? '—' : `${wordsOf(t, `record.${record.type}`)} ${dayAndTime(record.at)} ${shortId(record.id)}`}
    </>
  )
}
