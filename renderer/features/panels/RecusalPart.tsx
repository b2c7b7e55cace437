import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { expertLabel } from '@shared/domain/expert-label'
import type { Expert, Panel, RecusalDecision } from '@shared/domain/panel'
import { judgedNow } from '@shared/domain/judging'
import { recusalHints } from '@shared/regulation/recusal-hints'
import type { DossierCase } from '@renderer/data/cases'
import { useDraft } from '@renderer/data/use-draft'
import { usePerson, useToday } from '@renderer/data/use-live'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Shape } from '@renderer/ui/Shape'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { decideRecusal } from './panels-actions'

/** 回避: hints with the line that matches, what each expert declared, and a person's decision. */
export function RecusalPart({ panel, cases }: { readonly panel: Panel; readonly cases: readonly DossierCase[] }) {
  const { t } = useTranslation()
  return (
    <section className="panel">
      <h2>
        {t('divisionRecusal.title')} <span className="tag work-rule">{t('common.workRule')}</span>
      </h2>
      <p className="quiet">{t('divisionRecusal.hintOnly')}</p>
      {cases.map((item) => (
        <section key={item.file.id} className="check">
          <h3>{item.file.content.alliance.name}</h3>
          {panel.members.map((member) => {
            const expert = panel.experts.find((candidate) => candidate.id === member.expertId)
            return expert === undefined ? null : (
              <ExpertRecusal key={expert.id} panel={panel} expert={expert} dossier={item} />
            )
          })}
        </section>
      ))}
    </section>
  )
}

type Decision = { readonly choice: RecusalDecision['decision'] | null; readonly reason: string }
const noDecision: Decision = { choice: null, reason: '' }

function ExpertRecusal(props: { readonly panel: Panel; readonly expert: Expert; readonly dossier: DossierCase }) {
  const { t } = useTranslation()
  const { panel, expert, dossier } = props
  const today = useToday()
  const { name: by } = usePerson()
  const { content, proceedings, id: dossierId } = dossier.file
  const own = <T extends { panelId: string; expertId: string }>(items: readonly T[]) =>
    items.findLast((item) => item.panelId === panel.id && item.expertId === expert.id)
  const declaration = own(proceedings.recusalDeclarations)
  const decision = own(proceedings.recusalDecisions)
  const toRenew = proceedings.recusalsToRenew?.includes(expert.id) === true
  const hints = recusalHints(expert, content)
  const declared = declaration?.answers.filter((answer) => answer.exists) ?? []
  const draft = useDraft<Decision>(`recusal-decision/${panel.id}/${dossierId}/${expert.id}`, noDecision)
  const { choice, reason } = draft.value
  // Who judged what is published was decided before (Art. 14).
  const isPublished = proceedings.pilotTerm !== null
  const [editing, setEditing] = useState(draft.isBegun)
  const task = useTask()
  return (
    <div className="recusal-line">
      <div className="row">
        <strong>{expertLabel(expert, panel.experts)}</strong>
        <span className="quiet">{expert.unitName}</span>
        <span>
          {declaration === undefined
            ? t('divisionRecusal.undeclared')
            : declared.length === 0
              ? t('divisionRecusal.declaredNone', { on: declaration.declaredOn })
              : t('divisionRecusal.declared', {
                  grounds: declared.map(({ ground }) => t(`recusalGround.${ground}`)).join(t('punctuation.semicolon')),
                  on: declaration.declaredOn,
                })}
        </span>
        {toRenew ? (
          <span className="mark">
            <Shape shape="triangle" tone="amber" />
            {t('divisionRecusal.toRenew', { version: dossier.file.version })}
          </span>
        ) : null}
        {decision === undefined ? null : (
          <span className="mark">
            <Shape
              shape={decision.decision === 'recused' ? 'cross' : 'dot'}
              tone={decision.decision === 'recused' ? 'grey' : 'green'}
            />
            {t(`divisionRecusal.decision.${decision.decision}`)} {decision.reason}
          </span>
        )}
        {isPublished ? null : (
          <Button
            size="small"
            aria-expanded={editing}
            onClick={() => {
              setEditing(!editing)
            }}
          >
            {t('divisionRecusal.decide')}
          </Button>
        )}
      </div>
      {hints.map((hint, index) => (
        <div key={index} className="mark hint">
          <Shape shape="triangle" tone="amber" />
          {t('divisionRecusal.hint', {
            own: hint.expertName,
            line: hint.line,
            degree: t(`recusalDegree.${hint.degree}`),
            left: hint.memberLeft ? t('divisionRecusal.memberLeft') : '',
          })}
        </div>
      ))}
      {editing && !isPublished ? (
        <div className="row">
          <Radio.Group
            aria-label={t('divisionRecusal.decide')}
            value={choice}
            onChange={(event) => {
              draft.change((now) => ({ ...now, choice: event.target.value as Decision['choice'] }))
            }}
          >
            <Radio value="recused">{t('divisionRecusal.decision.recused')}</Radio>
            <Radio value="not-recused">{t('divisionRecusal.decision.not-recused')}</Radio>
          </Radio.Group>
          <Input
            className="grow"
            aria-label={t('common.reason')}
            placeholder={t('common.reason')}
            value={reason}
            onChange={(event) => {
              draft.change((now) => ({ ...now, reason: event.target.value }))
            }}
          />
          <Button
            type="primary"
            disabled={choice === null}
            loading={task.busy}
            onClick={() => {
              if (choice === null) return
              task.run(async () => {
                await decideRecusal({
                  panelId: panel.id,
                  dossierId,
                  expertId: expert.id,
                  decision: choice,
                  grounds: declared.map(({ ground }) => ground),
                  reason: reason.trim(),
                  by,
                  on: today,
                  ...judgedNow(dossier),
                })
                await draft.drop()
                setEditing(false)
              })
            }}
          >
            {t('divisionRecusal.record')}
          </Button>
          <ErrorNote error={task.error} />
        </div>
      ) : null}
    </div>
  )
}
