import { Button } from 'antd'
import { useState } from 'react'
import type { Shown } from '@shared/acts/public-display'
import type { Batch } from '@shared/domain/pilot'
import type { Display, Objection } from '@shared/domain/public-display'
import { visibleText } from '@shared/lib/visible-text'
import type { DossierCase } from '@renderer/data/cases'
import { KeptFileList } from '@renderer/parts/kept/KeptFileList'
import { useTranslation } from '@renderer/ui/translation'
import { AnswerDialog } from './AnswerDialog'
import { ObjectionDialog } from './ObjectionDialog'

/** The objections to a list, each open until it is answered. */
export function ObjectionList(props: {
  readonly batch: Batch
  readonly members: readonly DossierCase[]
  readonly display: Display
  readonly shown: Shown
}) {
  const { t } = useTranslation()
  const { batch, members, display, shown } = props
  const [isAdding, setAdding] = useState(false)
  const [answered, setAnswered] = useState<Objection | null>(null)
  const nameOf = (id: string | null) =>
    id === null
      ? t('objection.whole')
      : (members.find(({ file }) => file.id === id)?.file.content.alliance.name ?? t('objection.leftOut'))
  return (
    <>
      <div className="row spread">
        <h3>{t('objection.title', { count: shown.objections.length })}</h3>
        <Button
          size="small"
          onClick={() => {
            setAdding(true)
          }}
        >
          {t('objection.add')}
        </Button>
      </div>
      {shown.objections.length === 0 ? <p className="quiet">{t('objection.none')}</p> : null}
      <ul className="plain stack">
        {shown.objections.map((objection) => (
          <li key={objection.id} className="check stack">
            <span className="row">
              <strong>{visibleText(objection.name)}</strong>
              <span className="quiet">
                {t('objection.about', { on: objection.receivedOn, name: nameOf(objection.dossierId) })}
              </span>
              {objection.receivedOn > display.to ? <span className="tag">{t('agenda.overdue')}</span> : null}
              <span className="tag">
                {objection.answer === null ? t('objection.open') : t(`objectionOutcome.${objection.answer.outcome}`)}
              </span>
            </span>
            <div>{visibleText(objection.reason)}</div>
            <KeptFileList files={objection.files} />
            {objection.answer === null ? (
              <div>
                <Button
                  size="small"
                  type="primary"
                  aria-label={t('objection.answerOf', { name: objection.name })}
                  onClick={() => {
                    setAnswered(objection)
                  }}
                >
                  {t('objection.answer')}
                </Button>
              </div>
            ) : (
              <div className="quiet">
                {objection.answer.on} {visibleText(objection.answer.words)}
              </div>
            )}
          </li>
        ))}
      </ul>
      {isAdding ? (
        <ObjectionDialog
          batch={batch}
          members={members}
          display={display}
          onClose={() => {
            setAdding(false)
          }}
        />
      ) : null}
      {answered === null ? null : (
        <AnswerDialog
          batch={batch}
          objection={answered}
          onClose={() => {
            setAnswered(null)
          }}
        />
      )}
    </>
  )
}
