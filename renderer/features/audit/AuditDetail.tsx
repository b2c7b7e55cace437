import { Button } from 'antd'
import { memo, useEffect, useState } from 'react'
import { differingPart } from '@shared/audit/changes'
import type { AuditDetail as Detail } from '@shared/ipc/audit'
import { callHost, done } from '@renderer/platform/bridge'
import { dayAndTime } from '@renderer/platform/clock'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { useTranslation } from '@renderer/ui/translation'
import { StateTag } from './AuditList'

/** As many changes are shown at once; a first version of a dossier has a thousand. */
const atOnce = 60

/** Characters of what two long texts share that are shown around what differs. */
const around = 24

/** One record: who, when, and every place that it changed, from what to what. */
export const AuditDetail = memo(function AuditDetail({
  auditId,
  number,
}: {
  readonly auditId: string
  readonly number: number | null
}) {
  const { t, locale } = useTranslation()
  const key = `${auditId} ${locale} ${number ?? ''}`
  const [known, setKnown] = useState<{ readonly key: string; readonly detail: Detail | null } | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => {
    if (number === null) return
    let current = true
    callHost('audit:detail', { auditId, locale, number })
      .then((answer) => {
        if (current) setKnown({ key, detail: done(answer).detail })
      })
      .catch((error: unknown) => {
        if (current) setFailure(error)
      })
    return () => {
      current = false
    }
  }, [auditId, locale, number, key])
  const detail = known?.key === key ? known.detail : null
  return (
    <section className="panel stack audit-detail" aria-label={t('audit.detail')} aria-live="polite">
      <ErrorNote error={failure} />
      {number === null ? <p className="quiet">{t('audit.pick')}</p> : null}
      {detail === null ? null : <Record key={key} detail={detail} />}
    </section>
  )
})

function Record({ detail }: { readonly detail: Detail }) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const { changes, kind, dossiers, name, unit, role, at, number, seq, lamport, fingerprint, recordId, state } = detail
  const shown = all ? changes : changes.slice(0, atOnce)
  return (
    <>
      <h2>
        {kind} {state === 'sound' ? null : <StateTag state={state} />}
      </h2>
      {dossiers === '' ? null : <p>{dossiers}</p>}
      <p>
        {unit === '' ? name : t('audit.by', { name, unit })} {role === '' ? null : <span className="tag">{role}</span>}
        <br />
        {dayAndTime(at)} <span className="quiet">{t('audit.clock')}</span>
      </p>
      <p className="quiet">
        {t('audit.identity', { number, seq, lamport, fingerprint })}
        <br />
        {t('audit.recordId')} <span className="path">{recordId}</span>
      </p>
      {changes.length === 0 ? <p>{t(detail.isFirst ? 'audit.nothingSaid' : 'audit.same')}</p> : null}
      {changes.length === 0 ? null : (
        <div className="scroll-x" tabIndex={0} role="group" aria-label={t('audit.detail')}>
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{t('audit.item')}</th>
                {detail.isFirst ? null : <th scope="col">{t('audit.before')}</th>}
                <th scope="col">{t('audit.after')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ field, from, to }, index) => {
                const part = differingPart(from, to)
                return (
                  <tr key={`${field} ${index}`}>
                    <th scope="row">{field}</th>
                    {detail.isFirst ? null : (
                      <td className="pre">
                        <Differing {...part} text={from} />
                      </td>
                    )}
                    <td className="pre">{detail.isFirst ? to : <Differing {...part} from={part.to} text={to} />}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      {shown.length === changes.length ? null : (
        <Button
          onClick={() => {
            setAll(true)
          }}
        >
          {t('audit.showAll', { count: changes.length })}
        </Button>
      )}
    </>
  )
}

/** One side of a change: the part that differs is marked; of what both sides share, as much as one needs to find it. */
function Differing(props: {
  readonly head: string
  readonly from: string
  readonly tail: string
  readonly text: string
}) {
  const { t } = useTranslation()
  const { head, from, tail, text } = props
  if (text === '') return <span className="quiet">{t('auditValue.none')}</span>
  const before = Array.from(head)
  const after = Array.from(tail)
  return (
    <>
      {before.length > around ? `…${before.slice(-around).join('')}` : head}
      {from === '' ? null : <mark>{from}</mark>}
      {after.length > around ? `${after.slice(0, around).join('')}…` : tail}
    </>
  )
}
