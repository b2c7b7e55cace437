import { Button, Tooltip } from 'antd'
import { memo, useState } from 'react'
import type { CheckResult } from '@shared/regulation/check-dossier'
import { labelled } from '@shared/domain/expert-label'
import type { DossierCase } from '@renderer/data/cases'
import { EvidenceList } from '@renderer/ui/EvidenceList'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'
import { CheckOutcome } from './CheckOutcome'
import { JudgeForm } from './JudgeForm'
import { OverrideForm } from './OverrideForm'
import { StaleWordNote } from './StaleWordNote'

/** One rule: what it is, what it found, and who said so. */
export function CheckRow({ result, dossier }: { readonly result: CheckResult; readonly dossier: DossierCase }) {
  const { t } = useTranslation()
  const [editing, setEditing] = useState(false)
  const { ruleId, kind, source, evidence, outcome } = result
  const close = () => {
    setEditing(false)
  }
  const experts = new Map(
    labelled(dossier.file.proceedings.panel?.experts ?? []).map((expert) => [expert.id, expert.name]),
  )
  return (
    <article className="check" aria-label={wordsOf(t, `rule.${ruleId}.title`)}>
      <header className="row">
        <RuleHead ruleId={ruleId} kind={kind} source={source.kind} />
        <CheckOutcome outcome={outcome} />
      </header>
      <EvidenceList evidence={evidence} content={dossier.file.content} expertNames={experts} />
      {outcome.by === 'override' || outcome.by === 'person' ? (
        <p className="reading">
          {outcome.reason}
          <span className="quiet">
            {' '}
            {t('checks.saidBy', { person: outcome.person, on: outcome.on })}
            {outcome.by === 'override'
              ? t('checks.systemSaid', { verdict: wordsOf(t, `verdict.${outcome.systemVerdict}`) })
              : ''}
          </span>
        </p>
      ) : null}
      {result.stale === null ? null : <StaleWordNote result={result} dossier={dossier} />}
      {editing ? (
        kind === 'automatic' ? (
          <OverrideForm dossier={dossier} ruleId={ruleId} onClose={close} />
        ) : (
          <JudgeForm dossier={dossier} ruleId={ruleId} onClose={close} />
        )
      ) : (
        <Button
          size="small"
          onClick={() => {
            setEditing(true)
          }}
        >
          {t(kind === 'automatic' ? 'checks.override' : 'checks.judge')}
        </Button>
      )}
    </article>
  )
}

type HeadProps = Pick<CheckResult, 'ruleId' | 'kind'> & { readonly source: CheckResult['source']['kind'] }

/** What stays as it is, whatever is judged. */
const RuleHead = memo(({ ruleId, kind, source }: HeadProps) => {
  const { t } = useTranslation()
  return (
    <>
      <strong>{wordsOf(t, `rule.${ruleId}.title`)}</strong>
      <Tooltip title={t('checks.ruleNo', { ruleId })}>
        <span className={source === 'statute' ? 'tag' : 'tag work-rule'} tabIndex={0} data-rule={ruleId}>
          {t(source === 'statute' ? 'common.statute' : 'common.workRule')}
        </span>
      </Tooltip>
      <span className="tag">{wordsOf(t, `ruleKind.${kind}`)}</span>
    </>
  )
})
RuleHead.displayName = 'RuleHead'
