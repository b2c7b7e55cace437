import { describe, expect, it } from 'vitest'
import type { RuleId } from '@shared/domain/rule-ids'
import { dossierStatuses, type DossierStatus } from '@shared/domain/status'
import { checkDossier } from '@shared/regulation/check-dossier'
import { regulation2010 } from '@shared/regulation/2010/index'
import { workflowGuards } from '@shared/regulation/workflow-guards'
import { lookOf, nextStep } from '@shared/workflow/status-table'
import { statusActions, transitions, type StatusAction } from '@shared/workflow/status-actions'
import { availableActions, statusAfter, withoutFacts, type Guards } from '@shared/workflow/status-machine'
import { buildFacts, day, type FactsChange } from '../../helpers/facts'

const guardsOf = (change: FactsChange = {}): Guards => {
  const facts = buildFacts(change)
  return workflowGuards(checkDossier(regulation2010, facts), facts)
}
const blockedBy = (status: DossierStatus, action: StatusAction, guards: Guards): readonly RuleId[] => {
  const found = availableActions(status, guards).find((item) => item.action === action)
  if (found === undefined) throw new Error(`${status} does not offer ${action}`)
  return found.blockedBy
}
const offered = (status: DossierStatus, guards: Guards) => availableActions(status, guards).map(({ action }) => action)
/** Ways that end or leave things as they are: offered beside whatever leads on. */
const aside: ReadonlySet<StatusAction> = new Set([
  ...(['not-accept', 'withdraw-filing', 'withdraw-application', 'close-unsupplemented', 'dissolve-panel'] as const),
  ...(['request-supplement', 'file-change', 'hand-over'] as const),
])
const onward = (status: DossierStatus, guards: Guards) => offered(status, guards).filter((action) => !aside.has(action))

describe('the status table', () => {
  it('reaches every status and uses every action', () => {
    const reached = new Set(['draft', ...transitions.map(({ to }) => to)])
    expect(dossierStatuses.filter((status) => !reached.has(status))).toEqual([])
    expect(new Set(transitions.map(({ action }) => action))).toEqual(new Set(statusActions))
  })

  it('has a way out of every status but the revoked one', () => {
    const left = new Set(transitions.flatMap(({ from }) => from))
    expect(dossierStatuses.filter((status) => !left.has(status))).toEqual(['revoked'])
  })

  it('never offers one action twice in a status', () => {
    for (const status of dossierStatuses) {
      for (const filed of [true, false]) {
        const actions = offered(status, { ...withoutFacts, filed, panelConclusion: 'pass', evaluation: 'qualified' })
        expect(new Set(actions).size).toBe(actions.length)
      }
    }
  })

  it('never uses Art. 9 against a filing (A3)', () => {
    const file = transitions.find(({ action }) => action === 'file')!
    expect([...(file.needs ?? []), ...(file.unless ?? [])].some((id) => id.startsWith('R09'))).toBe(false)
  })

  it('blocks on rules that nobody has computed', () => {
    const silent: Guards = { ...withoutFacts, filed: true, panelConclusion: 'pass' }
    for (const { from, action, needs = [], unless = [] } of transitions) {
      if (needs.length + unless.length === 0) continue
      for (const status of from) expect(statusAfter(status, action, silent)).toBeNull()
    }
  })

  it('names for each status a next step that it offers, and a look', () => {
    for (const status of dossierStatuses) {
      const { action } = nextStep(status)
      if (action !== null) {
        expect(transitions.some((row) => row.from.includes(status) && row.action === action)).toBe(true)
      }
      expect(lookOf(status).shape).not.toBe('')
    }
  })

  it('looks different where the states that people confuse differ', () => {
    const look = (status: DossierStatus) => `${lookOf(status).tone} ${lookOf(status).shape}`
    expect(look('supplement')).toBe('amber triangle')
    expect(look('division-review')).toBe('blue half-circle')
    expect(look('awaiting-consultation')).toBe('violet diamond')
    expect(look('piloting')).toBe('green dot')
    expect(look('expired')).toBe('amber ring')
    expect(look('revoked')).toBe('red square')
    expect(look('draft')).toBe('grey outline')
    // Colour is never alone: one shape in two tones only where the words differ in kind.
    const looks = new Map(dossierStatuses.map((status) => [look(status), status]))
    expect(looks.size).toBeGreaterThanOrEqual(11)
  })
})

describe('a clean dossier', () => {
  const withFilingJudged: FactsChange = {
    proceedings: ({ judgements, divisionOpinions }) => {
      judgements.push({ ruleId: 'R05-2', verdict: 'conforms', reason: '示例', by: '示例', on: day('2010-11-20') })
      divisionOpinions[0]!.items.push({ ruleId: 'R11-0', verdict: 'conforms', reason: '示例' })
    },
  }

  it.each([
    ['accepted', 'file', 'filed'],
    ['pilot-applied', 'start-division-review', 'division-review'],
    ['division-review', 'convene-panel', 'panel-review'],
    ['panel-review', 'pass-panel', 'awaiting-consultation'],
    ['awaiting-consultation', 'decide', 'decided'],
    ['decided', 'add-to-batch', 'in-batch'],
    ['in-batch', 'publish', 'piloting'],
  ] as const)('goes from %s by %s to %s', (status, action, to) => {
    expect(statusAfter(status, action, guardsOf(withFilingJudged))).toBe(to)
  })

  it('is filed only after a person judged the basic conditions, in favour', () => {
    expect(blockedBy('accepted', 'file', guardsOf())).toEqual(['R05-2'])
    for (const verdict of ['does-not-conform', 'cannot-tell'] as const) {
      const against: FactsChange = {
        proceedings: ({ judgements }) => {
          judgements.push({ ruleId: 'R05-2', verdict, reason: '示例', by: '示例', on: day('2010-11-20') })
        },
      }
      expect(blockedBy('accepted', 'file', guardsOf(against))).toEqual(['R05-2'])
    }
    expect(statusAfter('accepted', 'refuse-filing', guardsOf())).toBe('filing-refused')
  })
})

describe('guards', () => {
  it('a suspected same alliance waits for a person, who clears or confirms it (Art. 19)', () => {
    const suspect = (verdict: 'conforms' | 'does-not-conform' | null): FactsChange => ({
      proceedings: ({ priorRevocations, judgements }) => {
        priorRevocations.push({
          allianceName: '示例钒钛材料产业技术创新联盟',
          leadUnitName: '',
          memberNames: [],
          ground: '19.1',
          decidedOn: day('2010-01-01'),
        })
        if (verdict !== null) {
          judgements.push({ ruleId: 'R19-6', verdict, reason: '示例', by: '示例', on: day('2011-01-15') })
        }
      },
    })
    const blocked = (verdict: 'conforms' | 'does-not-conform' | null) =>
      blockedBy('pilot-applied', 'start-division-review', guardsOf(suspect(verdict)))
    expect(blocked(null)).toEqual(['R19-6'])
    expect(blocked('does-not-conform')).toEqual(['R19-6'])
    expect(blocked('conforms')).toEqual([])
  })

  it('no panel before the business opinion with the standing in the trade, no consultation without both opinions', () => {
    const without = (index: number): FactsChange => ({
      proceedings: ({ divisionOpinions }) => void divisionOpinions.splice(index, 1),
    })
    expect(blockedBy('division-review', 'convene-panel', guardsOf(without(0)))).toEqual(['R11-0', 'R12-0a'])
    expect(blockedBy('panel-review', 'pass-panel', guardsOf(without(1)))).toEqual(['R10-1'])
  })

  it('offer only what the panel concluded', () => {
    const concluded = (conclusion: 'pass' | 'pass-after-rework' | 'reject' | 'return-for-materials') =>
      onward('panel-review', { ...guardsOf(), panelConclusion: conclusion })
    expect(concluded('pass')).toEqual(['pass-panel', 'review-again'])
    expect(concluded('pass-after-rework')).toEqual(['pass-panel-after-rework', 'review-again'])
    expect(concluded('reject')).toEqual(['reject-by-panel', 'review-again'])
    expect(concluded('return-for-materials')).toEqual(['return-by-panel', 'review-again'])
    expect(onward('panel-review', { ...guardsOf(), panelConclusion: null })).toEqual([])
  })

  it('a dossier changed after the panel goes back to another review before it is settled (note 37)', () => {
    const changed: FactsChange = {
      proceedings: (draft) => (draft.panelOpinion!.dossierHash = 'b'.repeat(64)),
    }
    expect(blockedBy('awaiting-consultation', 'decide', guardsOf(changed))).toEqual(['R12-4'])
    for (const status of ['panel-review', 'awaiting-consultation', 'decided', 'deferred', 'in-batch'] as const) {
      expect(statusAfter(status, 'review-again', guardsOf(changed))).toBe('review-again')
    }
  })

  it('publication asks again for all that the opinions and the consultation rest on', () => {
    const changed: FactsChange = {
      proceedings: (draft) => {
        draft.panelOpinion!.dossierHash = 'b'.repeat(64)
        draft.divisionOpinions.splice(1, 1)
      },
    }
    expect(blockedBy('decided', 'add-to-batch', guardsOf(changed))).toEqual(['R10-1', 'R12-4'])
    expect(blockedBy('in-batch', 'publish', guardsOf(changed))).toEqual(['R10-1', 'R12-4'])
  })

  it('what the panel rejected or sent back is not confirmed into the consultation', () => {
    for (const panelConclusion of ['reject', 'return-for-materials'] as const) {
      expect(onward('review-again', { ...guardsOf(), panelConclusion })).toEqual(['back-to-panel'])
    }
    const rejected: FactsChange = { proceedings: (draft) => (draft.panelOpinion!.conclusion = 'reject') }
    expect(blockedBy('in-batch', 'publish', guardsOf(rejected))).toContain('R13-1')
  })

  it('no batch before it is settled, no publication with a body missing', () => {
    const deferred: FactsChange = { proceedings: (draft) => (draft.consultation!.decision = 'deferred') }
    expect(blockedBy('decided', 'add-to-batch', guardsOf(deferred))).toEqual(['R13-1'])
    const short: FactsChange = { proceedings: (draft) => void draft.publication!.notice.issuers.pop() }
    expect(blockedBy('in-batch', 'publish', guardsOf(short))).toEqual(['R14-1'])
  })

  it('an override with a reason opens the way', () => {
    const overridden: FactsChange = {
      proceedings: (draft) => {
        draft.publication!.notice.issuers.pop()
        draft.overrides.push({ ruleId: 'R14-1', verdict: 'met', reason: '示例', by: '示例', on: day('2011-09-20') })
      },
    }
    expect(blockedBy('in-batch', 'publish', guardsOf(overridden))).toEqual([])
  })

  it('filed and unfiled alliances are offered different ways', () => {
    const ways = (status: DossierStatus, filed: boolean) => onward(status, { ...guardsOf(), filed })
    expect(ways('draft', true)).toEqual(['apply-pilot'])
    expect(ways('draft', false)).toEqual(['accept'])
    expect(ways('supplement', true)).toEqual(['resume-division-review'])
    expect(ways('supplement', false)).toEqual(['resume-filing'])
    expect(guardsOf().filed).toBe(true)
    expect(guardsOf({ content: ({ filing }) => (filing.filedOn = null) }).filed).toBe(false)
  })

  it('re-register or revoke by the last evaluation of this term (Art. 17)', () => {
    const evaluated = (decidedOn: string, result: 'qualified' | 'not-qualified') =>
      guardsOf({
        proceedings: ({ evaluations }) => {
          evaluations.push({ openedOn: null, decidedOn: day(decidedOn), result, reRegisteredOn: null, noticeNo: '' })
        },
      })
    expect(offered('expired', evaluated('2014-08-01', 'qualified'))).toContain('re-register')
    expect(offered('expired', evaluated('2014-08-01', 'not-qualified'))).toContain('fail-evaluation')
    for (const guards of [guardsOf(), evaluated('2011-09-19', 'qualified')]) {
      expect(offered('expired', guards)).not.toContain('re-register')
    }
  })

  it('an evaluation serves the term that it is of, however late it was decided, and no other', () => {
    const late = (termFrom: string) =>
      guardsOf({
        proceedings: (draft) => {
          draft.pilotTerm = { ...draft.pilotTerm!, from: day('2014-09-21'), to: day('2017-09-21') }
          draft.evaluations.push({
            termFrom: day(termFrom),
            openedOn: null,
            decidedOn: day('2015-02-01'),
            result: 'qualified',
            reRegisteredOn: null,
            noticeNo: '',
          })
        },
      })
    expect(offered('piloting', late('2011-09-20'))).not.toContain('re-register')
    expect(offered('piloting', late('2014-09-21'))).toContain('re-register')
  })

  it.each([
    ['2014-09-20', false],
    ['2014-09-21', true],
  ])('a term is registered as over from the day after its last: %s', (today, enabled) => {
    const expire = availableActions('piloting', guardsOf({ today })).find(({ action }) => action === 'expire')
    expect(expire).toMatchObject({ enabled, blockedBy: [] })
    expect(expire?.notBefore).toBe(enabled ? undefined : '2014-09-21')
  })

  it('an evaluation waits for the months that the office has set for it', () => {
    const evaluate = (today: string) =>
      availableActions('piloting', guardsOf({ today })).find(({ action }) => action === 'evaluate')
    expect(evaluate('2012-01-01')).toMatchObject({ enabled: false, notBefore: '2014-03-20' })
    expect(evaluate('2014-03-20')).toMatchObject({ enabled: true })
  })
})
