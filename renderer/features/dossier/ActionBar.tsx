import { Alert, Button, Popover } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { nextStep } from '@shared/workflow/next-step'
import type { AvailableAction } from '@shared/workflow/status-machine'
import type { DossierCase } from '@renderer/data/cases'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'
import { ActionDialog } from './ActionDialog'
import { pageOf } from './action-forms'

/** What may be done now, as the status machine says; a blocked act says which checks are in its way. */
export function ActionBar({ dossier }: { readonly dossier: DossierCase }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<AvailableAction | null>(null)
  const [done, setDone] = useState<{ readonly action: string; readonly on: string } | null>(null)
  const doneNote =
    done === null ? null : (
      <Alert
        type="success"
        showIcon
        role="status"
        title={t('act.done', {
          action: done.action,
          on: done.on,
          status: wordsOf(t, `status.${dossier.status}`),
        })}
      />
    )
  const open = (action: AvailableAction) => {
    const page = pageOf[action.action]
    if (page === undefined) setChosen(action)
    else void navigate(page)
  }
  const next = nextStep(dossier.status).action
  const isNext = (item: AvailableAction) => item.action === next
  const ordered = dossier.actions.toSorted((a, b) => Number(isNext(b)) - Number(isNext(a)))
  if (dossier.actions.length === 0) {
    const { id, proceedings } = dossier.file
    const panel = nextStep(dossier.status).actor === 'panel' ? proceedings.panel : null
    if (panel === null) {
      return (
        <div className="stack">
          {doneNote}
          <Alert type="info" title={t('act.none')} />
        </div>
      )
    }
    return (
      <div className="row spread">
        <span>{t('act.atPanel')}</span>
        <Button type="primary" onClick={() => void navigate(`/panels/${panel.id}/opinion/${id}`)}>
          {t('act.toPanelOpinion')}
        </Button>
      </div>
    )
  }
  return (
    <div className="row" role="group" aria-label={t('common.actions')}>
      {doneNote}
      {ordered.map((action) => {
        const words = wordsOf(t, `action.${action.action}`)
        const key = `${action.action}-${action.to}`
        if (action.enabled) {
          return (
            <Button
              key={key}
              type={isNext(action) ? 'primary' : 'default'}
              onClick={() => {
                open(action)
              }}
            >
              {words}
            </Button>
          )
        }
        return (
          <Popover
            key={key}
            trigger={['hover', 'focus', 'click']}
            title={t('act.blocked', { action: words })}
            content={
              <ul className="why-not">
                {action.notBefore === undefined ? null : <li>{t('act.notYet', { day: action.notBefore })}</li>}
                {action.blockedBy.map((ruleId) => (
                  <li key={ruleId}>
                    {wordsOf(t, `rule.${ruleId}.title`)} <span className="quiet">{ruleId}</span>
                  </li>
                ))}
              </ul>
            }
          >
            <Button type="dashed" aria-disabled className="blocked">
              {words}
            </Button>
          </Popover>
        )
      })}
      {chosen === null ? null : (
        <ActionDialog
          dossier={dossier}
          action={chosen}
          onClose={() => {
            setChosen(null)
          }}
          onDone={({ action }, on) => {
            setDone({ action: wordsOf(t, `action.${action}`), on })
          }}
        />
      )}
    </div>
  )
}
