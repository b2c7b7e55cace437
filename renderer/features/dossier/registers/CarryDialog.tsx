import { Modal } from 'antd'
import { carryChange } from '@shared/acts/change'
import { carriedContent } from '@shared/domain/carried-content'
import type { Change } from '@shared/domain/change'
import { dossierContentHash } from '@shared/domain/dossier'
import { regulationOf } from '@shared/regulation/versions'
import { checkDossier, type CheckResult } from '@shared/regulation/check-dossier'
import type { DossierCase } from '@renderer/data/cases'
import { usePerson, useToday } from '@renderer/data/use-live'
import { gapWords } from '@renderer/platform/gap-words'
import { DialogFoot } from '@renderer/ui/DialogFoot'
import { EvidenceList } from '@renderer/ui/EvidenceList'
import { ReadBackDialog } from '@renderer/ui/ReadBackDialog'
import { useTranslation } from '@renderer/ui/translation'
import { useTask } from '@renderer/ui/use-task'
import { wordsOf } from '@renderer/ui/words'
import { carry } from './change-actions'
import { carriedLines, changeWords } from './change-words'

/** 结转: what the dossier will say, read back line by line, and what the checks of Art. 9.1 and 12.1 point out then. */
export function CarryDialog(props: {
  readonly dossier: DossierCase
  readonly change: Change
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { dossier, change, onClose } = props
  const today = useToday()
  const { name: by } = usePerson()
  const task = useTask()
  const { content, version } = dossier.file
  const note = t('changes.versionNote', { kind: t(`changeKind.${change.kind}`) })
  const decided = carryChange(dossier, change.id, { by, today, note })
  const title = t('changes.carryTitle', { version: version + 1 })
  if (!decided.ok) {
    return (
      <Modal
        open
        title={title}
        onCancel={onClose}
        footer={
          <DialogFoot leave={t('common.cancel')} onLeave={onClose} act={t('field.carried')} onAct={onClose} disabled />
        }
      >
        {decided.error.map((gap, index) => (
          <p key={`${gap.code}-${String(index)}`} role="alert" className="field-error">
            {gapWords(gap, t)}
          </p>
        ))}
      </Modal>
    )
  }
  const after = carriedContent(content, change)
  const hints = hintsOf(dossier, after)
  return (
    <ReadBackDialog
      title={title}
      meaning={t('changes.carryMeaning')}
      lines={[
        { term: t('act.changeKind'), words: `${t(`changeKind.${change.kind}`)} ${changeWords(content, change, t)}` },
        ...carriedLines(content, after, t),
      ]}
      confirm={t('field.carried')}
      task={task}
      onClose={onClose}
      onConfirm={() => {
        task.run(async () => {
          await carry(decided.value, dossier, change.id, { by, today, note })
          onClose()
        })
      }}
    >
      <h4>{t('changes.hints')}</h4>
      {hints.length === 0 ? <p className="quiet">{t('changes.hintsNone')}</p> : null}
      {hints.map(({ ruleId, evidence }) => (
        <section key={ruleId} aria-label={wordsOf(t, `rule.${ruleId}.title`)}>
          <strong>{wordsOf(t, `rule.${ruleId}.title`)}</strong>
          <EvidenceList evidence={evidence} content={after} />
        </section>
      ))}
    </ReadBackDialog>
  )
}

/** What the rules of Art. 9.1 and 12.1 find in the new version and did not find like this before. */
function hintsOf(dossier: DossierCase, content: DossierCase['file']['content']): readonly CheckResult[] {
  if (dossierContentHash(content) === dossier.contentHash) return []
  const before = new Map(dossier.results.map((result) => [result.ruleId, JSON.stringify(result.evidence)]))
  return checkDossier(regulationOf(dossier.file), { ...dossier.facts, content })
    .filter(({ ruleId }) => ruleId.startsWith('R09-1') || ruleId.startsWith('R12-1'))
    .filter(({ ruleId, evidence }) => before.get(ruleId) !== JSON.stringify(evidence))
    .map((result) => ({ ...result, evidence: result.evidence.filter(({ level }) => level !== 'fact') }))
    .filter(({ evidence }) => evidence.length > 0)
}
