import { Alert, Button, Popover } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { reviewOwed } from '@shared/acts/review-owed'
import { nextStep } from '@shared/workflow/status-table'
import type { StatusAction } from '@shared/workflow/status-actions'
import type { AvailableAction } from '@shared/workflow/status-machine'
import type { DossierCase } from '@renderer/data/cases'
import { BlockReasons } from '@renderer/ui/BlockReasons'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'
import { ActionDialog } from './ActionDialog'
import { pageOf } from './action-forms'
import { nextPlace } from './next-place'
import { ChangeDialog } from './registers/ChangeDialog'

/** Ways that end an application or leave the road: they stand last, apart from what leads on. */
const aside: ReadonlySet<StatusAction> = new Set<StatusAction>([
  ...(['not-accept', 'withdraw-filing', 'withdraw-application', 'close-unsupplemented', 'dissolve-panel'] as const),
  ...(['note-change', 'set-report-window', 'hand-over'] as const),
])

/** Acts of the register of changes, which asks for what a change does. */
const isOfChange = (action: StatusAction): boolean => action === 'note-change' || action === 'file-change'

/** What may be done now, as the status machine says; a blocked act says what is missing and where it is put right. */
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
  const next = reviewOwed(dossier) ? 'review-again' : nextStep(dossier.status).action
  const ways = dossier.actions
    .filter(({ action }) => !aside.has(action))
    .toSorted((a, b) => Number(b.action === next) - Number(a.action === next))
  const asides = dossier.actions.filter(({ action }) => aside.has(action))
  const place = nextPlace(dossier)
  const open = (action: AvailableAction) => {
    const page = pageOf[action.action]
    if (page === undefined) setChosen(action)
    else void navigate(page)
  }
  const button = (action: AvailableAction) => (
    <ActionButton
      key={`${action.action}-${action.to}`}
      dossier={dossier}
      action={action}
      isNext={action.action === next}
      onOpen={open}
    />
  )
  return (
    <div className="stack">
      {doneNote}
      {dossier.actions.length === 0 && place === null ? <Alert type="info" title={t('act.none')} /> : null}
      {place === null ? null : (
        <div className="row spread">
          <span>{t(place.why)}</span>
          <Button type="primary" onClick={() => void navigate(place.to)}>
            {t(place.words)}
          </Button>
        </div>
      )}
      {ways.length === 0 ? null : (
        <div className="row" role="group" aria-label={t('common.actions')}>
          {ways.map(button)}
        </div>
      )}
      {asides.length === 0 ? null : (
        <div className="row" role="group" aria-label={t('act.aside')}>
          <span className="quiet">{t('act.aside')}</span>
          {asides.map(button)}
        </div>
      )}
      {chosen !== null && isOfChange(chosen.action) ? (
        <ChangeDialog
          dossier={dossier}
          change={null}
          onClose={() => {
            setChosen(null)
          }}
        />
      ) : null}
      {chosen === null || isOfChange(chosen.action) ? null : (
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

function ActionButton(props: {
  readonly dossier: DossierCase
  readonly action: AvailableAction
  readonly isNext: boolean
  readonly onOpen: (action: AvailableAction) => void
}) {
  const { t } = useTranslation()
  const { action } = props
  const words = wordsOf(t, `action.${action.action}`)
  if (action.enabled) {
    return (
      <Button
        type={props.isNext ? 'primary' : 'default'}
        onClick={() => {
          props.onOpen(action)
        }}
      >
        {words}
      </Button>
    )
  }
  return (
    <Popover
      trigger={['hover', 'focus', 'click']}
      title={t('act.blocked', { action: words })}
      content={
        <ul className="why-not">
          {action.notBefore === undefined ? null : <li>{t('act.notYet', { day: action.notBefore })}</li>}
          <BlockReasons dossierId={props.dossier.file.id} rules={action.blockedBy} />
        </ul>
      }
    >
      <Button type="dashed" aria-disabled className="blocked">
        {words}
      </Button>
    </Popover>
  )
}
