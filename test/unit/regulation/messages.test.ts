import { describe, expect, it } from 'vitest'
import { clauseKeys, materialCodes } from '@shared/domain/dossier'
import { criterionIds, judgementVerdicts } from '@shared/domain/judgement'
import { checkVerdicts, ruleIds } from '@shared/domain/rule-ids'
import { dossierStatuses } from '@shared/domain/status'
import { messages } from '@shared/messages/catalogue'
import { locales } from '@shared/messages/languages'
import { hasMessage } from '@shared/messages/translate'
import { checkDossier } from '@shared/regulation/check-dossier'
import { materialProblems } from '@shared/regulation/completeness'
import { evidenceLevels } from '@shared/regulation/evidence'
import { regulation2010 } from '@shared/regulation/2010/index'
import { stages } from '@shared/domain/stage'
import { consequences, ruleKinds } from '@shared/regulation/rule'
import { panelChecks } from '@shared/regulation/work-rules/panel-standing'
import { actors } from '@shared/workflow/next-step'
import { statusActions } from '@shared/workflow/status-actions'
import { buildFacts } from '../../helpers/facts'

const expected = [
  ...ruleIds.map((id) => `rule.${id}.title`),
  ...criterionIds.map((id) => `criterion.${id}.title`),
  ...checkVerdicts.map((id) => `verdict.${id}`),
  ...judgementVerdicts.map((id) => `judgement.${id}`),
  ...ruleKinds.map((id) => `ruleKind.${id}`),
  ...stages.map((id) => `stage.${id}`),
  ...consequences.map((id) => `consequence.${id}`),
  ...evidenceLevels.map((id) => `evidenceLevel.${id}`),
  ...materialCodes.map((id) => `value.material.${id}`),
  ...materialProblems.map((id) => `value.problem.${id}`),
  ...panelChecks.map((id) => `value.panel.${id}`),
  ...clauseKeys.flatMap((id) => [`value.clause.${id}`, `evidence.clause.${id}`]),
  ...dossierStatuses.flatMap((id) => [`status.${id}`, `next.${id}`]),
  ...statusActions.map((id) => `action.${id}`),
  ...actors.map((id) => `actor.${id}`),
]

describe('words for rules, evidence and statuses', () => {
  it('are there for every id, in both languages', () => {
    for (const locale of locales) {
      const known: Readonly<Record<string, string>> = messages[locale]
      expect(expected.filter((key) => (known[key] ?? '').trim() === '')).toEqual([])
    }
  })

  it('are there for every evidence of a full and of an empty dossier', () => {
    const empty = buildFacts({
      content: (draft) => {
        Object.assign(draft, { members: [], tasks: [], materials: [] })
        draft.agreement.signatures = []
        draft.agreement.clauses = {}
        draft.agreement.liableBody = null
        draft.funds.injections = []
      },
    })
    for (const facts of [buildFacts(), empty]) {
      for (const { key, value, as } of checkDossier(regulation2010, facts).flatMap((result) => result.evidence)) {
        expect(hasMessage(`evidence.${key}`), key).toBe(true)
        if (as === 'code') expect(hasMessage(`value.${String(value)}`), String(value)).toBe(true)
      }
    }
  })

  it('keep the languages apart: no English in the Chinese titles, no Chinese in the English ones', () => {
    const titles = expected.filter((key) => /^(rule|criterion|status|action|consequence)\./u.test(key))
    for (const key of titles) {
      expect((messages['zh-CN'] as Readonly<Record<string, string>>)[key]).not.toMatch(/[A-Za-z]/u)
      expect((messages.en as Readonly<Record<string, string>>)[key]).not.toMatch(/\p{Script=Han}/u)
    }
  })
})
