import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { isLive, type Batch } from '@shared/domain/pilot'
import type { Translate } from '@shared/messages/translate'
import { takesAction } from '@shared/workflow/status-moves'
import type { DossierCase } from '@renderer/data/cases'
import { BlockReasons } from '@renderer/ui/BlockReasons'
import { StatusMark } from '@renderer/ui/StatusMark'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'

/** Left what is in, right what is not and why. */
export function BatchList(props: {
  readonly batch: Batch
  readonly cases: readonly DossierCase[]
  readonly others: readonly Batch[]
  readonly editable: boolean
  readonly onChange: (part: Partial<Batch>) => void
}) {
  const { t } = useTranslation()
  const { batch, cases, others, editable, onChange } = props
  const included = batch.dossierIds.flatMap((id) => cases.find((dossier) => dossier.file.id === id) ?? [])
  const excluded = cases.filter((dossier) => !batch.dossierIds.includes(dossier.file.id))
  return (
    <div className="halves">
      <section className="panel">
        <h2>{t('batch.in', { count: included.length })}</h2>
        {included.length === 0 ? <p className="quiet">{t('batch.noneIn')}</p> : null}
        <ol>
          {included.map((dossier) => (
            <li key={dossier.file.id}>
              <DossierName dossier={dossier} />
              {editable ? (
                <Button
                  size="small"
                  onClick={() => {
                    onChange({ dossierIds: batch.dossierIds.filter((id) => id !== dossier.file.id) })
                  }}
                >
                  {t('batch.remove')}
                </Button>
              ) : null}
            </li>
          ))}
        </ol>
      </section>
      <section className="panel">
        <h2>{t('batch.out', { count: excluded.length })}</h2>
        {excluded.length === 0 ? <p className="quiet">{t('batch.noneOut')}</p> : null}
        <ul>
          {excluded.map((dossier) => {
            const why = whyNot(dossier, batch, others, t)
            return (
              <li key={dossier.file.id}>
                <DossierName dossier={dossier} />
                {why === null ? (
                  editable ? (
                    <Button
                      size="small"
                      type="primary"
                      onClick={() => {
                        onChange({ dossierIds: [...batch.dossierIds, dossier.file.id] })
                      }}
                    >
                      {t('batch.add')}
                    </Button>
                  ) : null
                ) : (
                  <div className="quiet">{why}</div>
                )}
              </li>
            )
          })}
        </ul>
      </section>
    </div>
  )
}

function DossierName({ dossier }: { readonly dossier: DossierCase }) {
  return (
    <span className="row">
      <Link to={`/dossiers/${dossier.file.id}`}>{dossier.file.content.alliance.name}</Link>
      <StatusMark status={dossier.status} />
    </span>
  )
}

/** Why a dossier cannot come into the batch; `null` if it can. */
function whyNot(dossier: DossierCase, batch: Batch, others: readonly Batch[], t: Translate): ReactNode {
  const elsewhere = others.some(
    (other) => other.id !== batch.id && isLive(other) && other.dossierIds.includes(dossier.file.id),
  )
  if (elsewhere) return t('batch.why.other')
  // Taken out of this batch just now and not saved yet.
  if (takesAction(dossier.status, 'remove-from-batch')) return null
  const action = dossier.actions.find((item) => item.action === 'add-to-batch')
  if (action === undefined) return t('batch.why.status', { status: wordsOf(t, `status.${dossier.status}`) })
  if (action.enabled) return null
  return (
    <ul className="why-not">
      <BlockReasons dossierId={dossier.file.id} rules={action.blockedBy} />
    </ul>
  )
}
