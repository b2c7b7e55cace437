import { Alert, Button, Checkbox, Radio } from 'antd'
import { declarationGaps, unanswered, type DeclarationDraft } from '@shared/acts/seal-opinion'
import { recusalGrounds, type Expert, type RecusalGround } from '@shared/domain/panel'
import { recusalHints, type RecusalHint } from '@shared/regulation/recusal-hints'
import type { ExpertTask } from '@renderer/data/expert-tasks'
import { useDraft } from '@renderer/data/use-draft'
import { usePerson, useToday } from '@renderer/data/use-live'
import { dayAndTime } from '@renderer/platform/clock'
import { DraftNote } from '@renderer/ui/DraftNote'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { PageHead } from '@renderer/ui/PageHead'
import { TextArea } from '@renderer/ui/TextArea'
import { useTranslation } from '@renderer/ui/translation'
import { useTask } from '@renderer/ui/use-task'
import { declare } from './recusal-actions'
import { declarationDraftKey, emptyDeclaration, readDeclaration } from './declaration-draft'
import './recusal.css'

/** The eight grounds, none answered beforehand; hints beside them; the pledge. */
export function DeclarationForm({ task, onDeclared }: { readonly task: ExpertTask; readonly onDeclared: () => void }) {
  const { t } = useTranslation()
  const today = useToday()
  const sending = useTask()
  const draft = useDraft<DeclarationDraft>(declarationDraftKey(task), emptyDeclaration, readDeclaration)
  const { answers, pledged } = draft.value
  const { names, lock } = task
  const person = usePerson()
  const hints = recusalHints(task.expert ?? rosterLineOf(task, person), names)
  const open = unanswered(draft.value)
  const grounds = recusalGrounds.filter((ground) => answers[ground].exists === true)
  const change = (ground: RecusalGround, part: Partial<DeclarationDraft['answers'][RecusalGround]>) => {
    draft.change((now) => ({
      ...now,
      answers: { ...now.answers, [ground]: { ...now.answers[ground], ...part } },
    }))
  }
  return (
    <form
      className="panel recusal"
      onSubmit={(event) => {
        event.preventDefault()
      }}
    >
      <PageHead title={t('recusal.title')} note={t('recusal.note')} />
      <DraftNote draft={draft} timeOf={dayAndTime} />
      <Hints hints={hints} />
      <details>
        <summary>{t('recusal.members', { count: names.members.length })}</summary>
        <ul className="recusal-members">
          {names.members.map((member) => (
            <li key={member.unitId}>{member.fullName}</li>
          ))}
        </ul>
      </details>
      <ol className="recusal-grounds">
        {recusalGrounds.map((ground) => (
          <li key={ground}>
            <fieldset>
              <legend className="reading">{t(`recusal.ground.${ground}`)}</legend>
              <Radio.Group
                aria-label={t(`recusal.ground.${ground}`)}
                value={answers[ground].exists}
                onChange={(event) => {
                  change(ground, { exists: event.target.value as boolean })
                }}
                options={[
                  { value: false, label: t('recusal.none') },
                  { value: true, label: t('recusal.exists') },
                ]}
              />
              {answers[ground].exists === true ? (
                <TextArea
                  autoSize={{ minRows: 1, maxRows: 4 }}
                  maxLength={2000}
                  aria-label={t('recusal.noteLabel', { ground })}
                  placeholder={t('recusal.notePlaceholder')}
                  value={answers[ground].note}
                  onChange={(event) => {
                    change(ground, { note: event.target.value })
                  }}
                />
              ) : null}
            </fieldset>
          </li>
        ))}
      </ol>
      <Checkbox
        className="reading recusal-pledge"
        checked={pledged}
        onChange={(event) => {
          draft.change((now) => ({ ...now, pledged: event.target.checked }))
        }}
      >
        {t('recusal.pledge')}
      </Checkbox>
      {grounds.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={t('recusal.willClose', { count: grounds.length })}
          description={lock?.standing === 'undeclared' ? t('lock.willDestroy') : null}
        />
      )}
      <ErrorNote error={sending.error} />
      <div className="panel-foot">
        <span className="quiet" role="status">
          {open.length > 0
            ? t('recusal.open', { grounds: open.join(t('punctuation.list')) })
            : pledged
              ? null
              : t('recusal.needPledge')}
        </span>
        <Button
          type="primary"
          loading={sending.busy}
          disabled={declarationGaps(draft.value).length > 0}
          onClick={() => {
            sending.run(async () => {
              await declare(task, draft.value, today)
              await draft.drop()
              onDeclared()
            })
          }}
        >
          {t(grounds.length === 0 ? 'recusal.declareNone' : 'recusal.declareExists')}
        </Button>
      </div>
    </form>
  )
}

/** Without the roster's line, the desk's own name and unit are compared. */
const rosterLineOf = (task: ExpertTask, person: { readonly name: string; readonly unit: string }): Expert => ({
  id: task.expertId,
  name: person.name,
  unitName: person.unit,
  otherUnits: [],
  title: '',
  specialty: 'technology',
  contact: '',
})

/** Matches of names, shown with the line of the dossier; they answer nothing. */
function Hints({ hints }: { readonly hints: readonly RecusalHint[] }) {
  const { t } = useTranslation()
  if (hints.length === 0) return <p className="quiet">{t('recusal.hints.none')}</p>
  return (
    <Alert
      type="warning"
      showIcon
      title={t('recusal.hints.title')}
      description={
        <ul>
          {hints.map((hint) => (
            <li key={`${hint.expertName}/${hint.line}/${hint.field}`}>
              {t('recusal.hints.line', {
                yours: hint.expertName,
                line: hint.line,
                field: t(`recusal.field.${hint.field}`),
              })}
              {hint.degree === 'near' ? t('recusal.hints.near') : ''}
              {hint.memberLeft ? t('recusal.hints.left') : ''}
            </li>
          ))}
        </ul>
      }
    />
  )
}
