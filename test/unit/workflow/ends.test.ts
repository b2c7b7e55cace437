import { describe, expect, it } from 'vitest'
import { actOnDossier } from '@shared/acts/dossier-act'
import { batchSchema } from '@shared/domain/pilot'
import { dossierStatuses, type DossierStatus } from '@shared/domain/status'
import { lastMoveSchema } from '@shared/domain/proceedings'
import { nextFilingNumber } from '@shared/domain/filing-number'
import { defaultOfficeSettings } from '@shared/regulation/default-office'
import { actionBasis, basisOf } from '@shared/workflow/status-actions'
import { availableActions, withoutFacts } from '@shared/workflow/status-machine'
import { takesAction } from '@shared/workflow/status-moves'
import { batchId, day, dossierId, type FactsChange } from '../../helpers/facts'
import { acting } from '../acts/acting'

const said = { today: day('2026-11-22'), by: '陈守玉（示例）', settings: defaultOfficeSettings(), rowId: 'c-9' }
const on = day('2011-09-22')
const act = (
  status: DossierStatus,
  action: Parameters<typeof actOnDossier>[1],
  values: Parameters<typeof actOnDossier>[2],
  change: FactsChange = {},
) => actOnDossier(acting(status, change), action, { on, ...values }, said)
const recordsOf = (decided: ReturnType<typeof actOnDossier>) => {
  if (!decided.ok) throw new Error(JSON.stringify(decided.error))
  return decided.value
}
const moved = (action: string, until: string | null = null): FactsChange => ({
  proceedings: (draft) => {
    draft.lastMove = lastMoveSchema.parse({ action, from: 'accepted', on: '2011-03-01', note: '缺必要性说明', until })
  },
})

describe('an applicant that takes its application back', () => {
  const before: readonly DossierStatus[] = [
    ...(['pilot-applied', 'supplement', 'division-review', 'panel-review', 'review-again'] as const),
    ...(['awaiting-consultation', 'decided', 'deferred', 'in-batch'] as const),
  ]

  it.each(before)('may do so in %s, with a reason and a paper of its own', (status) => {
    expect(act(status, 'withdraw-application', { note: '内部调整' })).toMatchObject({
      ok: false,
      error: [{ field: 'paper', code: 'needed' }],
    })
    const records = recordsOf(act(status, 'withdraw-application', { note: '内部调整', paper: '撤回函（示例）' }))
    expect(records.at(-1)).toMatchObject({
      type: 'status.set',
      payload: { from: status, to: 'filed', paper: '撤回函（示例）', note: '内部调整' },
    })
  })

  it('may not once the list is published: then there is a pilot', () => {
    for (const status of ['piloting', 'expired', 'revoked'] as const) {
      expect(takesAction(status, 'withdraw-application')).toBe(false)
      expect(takesAction(status, 'withdraw-filing')).toBe(false)
    }
  })

  it('is out of the open batch in the same act', () => {
    const batch = batchSchema.parse({ id: batchId, year: 2011, seq: 1, dossierIds: [dossierId] })
    const values = { on, note: '示例', paper: '撤回函（示例）' }
    const decided = actOnDossier(acting('in-batch'), 'withdraw-application', values, { ...said, batch })
    expect(recordsOf(decided)[0]).toMatchObject({ type: 'batch.saved', payload: { dossierIds: [] } })
  })

  it('of a filing ends the filing, also one that was entered as known', () => {
    const [record] = recordsOf(act('filed', 'withdraw-filing', { note: '解散筹备', paper: '撤回函（示例）' }))
    expect(record).toMatchObject({ type: 'filing.decided', payload: { decision: 'withdrawn' } })
    const withdrawn: FactsChange = {
      proceedings: (draft) => {
        draft.filingDecision = { decision: 'withdrawn', on, no: '', reason: '解散筹备' }
      },
    }
    const offered = acting('withdrawn', withdrawn).actions.map(({ action }) => action)
    expect(offered).toEqual(['submit-again'])
  })
})

describe('a dossier that was never supplemented', () => {
  const close = { note: '逾期未补正' }

  it('is closed from the day after the one that the notice named', () => {
    const until = moved('request-supplement', '2011-03-31')
    expect(recordsOf(act('supplement', 'close-unsupplemented', close, until))[0]).toMatchObject({
      payload: { to: 'closed' },
    })
    const early = moved('request-supplement', '2031-03-31')
    expect(act('supplement', 'close-unsupplemented', close, early)).toMatchObject({ error: [{ code: 'not-yet' }] })
  })

  it('is not closed by a notice that named no day; a new one may name it', () => {
    expect(act('supplement', 'close-unsupplemented', close, moved('request-supplement')).ok).toBe(false)
    const again = recordsOf(act('supplement', 'request-supplement', { note: '缺必要性说明', until: '2011-10-10' }))
    expect(again[0]).toMatchObject({ payload: { from: 'supplement', to: 'supplement', until: '2011-10-10' } })
  })
})

describe('no status is a dead end', () => {
  it('a panel that lost its quorum gives way to another, whatever it concluded or not', () => {
    const [record] = recordsOf(act('panel-review', 'dissolve-panel', { note: '全体专家回避' }))
    expect(record).toMatchObject({ payload: { to: 'division-review' } })
  })

  it('every status but the revoked one leads on for a filed and for an unfiled alliance', () => {
    for (const status of dossierStatuses.filter((one) => one !== 'revoked')) {
      const ways = [true, false].flatMap((filed) => availableActions(status, { ...withoutFacts, filed }))
      expect(ways.some(({ to }) => to !== status)).toBe(true)
    }
  })
})

describe('what carries an act', () => {
  it('is the work rule wherever the measure is silent', () => {
    const silent = Object.entries(actionBasis).filter(([, basis]) => basis === 'work-rule')
    expect(silent.map(([action]) => action)).toEqual(
      expect.arrayContaining([
        'not-accept',
        'withdraw-filing',
        'withdraw-application',
        'close-unsupplemented',
        'defer',
      ]),
    )
    expect(basisOf('file-change', true)).toBe('18')
    expect(basisOf('file-change', false)).toBe('work-rule')
  })
})

describe('what comes late, or before it is due', () => {
  const late = day('2014-08-20')

  it('reports and changes are taken of an expired pilot, changes of every filed alliance', () => {
    expect(takesAction('expired', 'receive-annual-report')).toBe(true)
    for (const status of ['expired', 'piloting', 'filed', 'panel-review', 'not-decided'] as const) {
      expect(acting(status).actions.map(({ action }) => action)).toContain('file-change')
    }
  })

  it('a change that is known is noted unfiled, and filed later as that very change', () => {
    const change = { kind: 'member-left', unitId: 'u1', completedOn: '2011-11-01', note: '退出' }
    const [noted] = recordsOf(act('piloting', 'note-change', { ...change, on: late }))
    expect(noted).toMatchObject({ payload: { change: { id: 'c-9', filedOn: null } } })
    const known: FactsChange = {
      proceedings: (draft) => {
        draft.changes = [
          {
            id: 'c-1',
            kind: 'member-left',
            unitId: 'u1',
            description: '退出',
            completedOn: day('2011-11-01'),
            filedOn: null,
          },
        ]
      },
    }
    const [filed] = recordsOf(act('expired', 'file-change', { ...change, note: '', on: late }, known))
    expect(filed).toMatchObject({ payload: { change: { id: 'c-1', filedOn: late, description: '退出' } } })
  })

  it('the window of a yearly notice and the parts of a report do not wipe each other out', () => {
    const window = { year: '2011', from: '2011-12-15', to: '2012-01-10', noticeNo: '示例函〔2011〕5号' }
    const [set] = recordsOf(act('piloting', 'set-report-window', window))
    expect(set).toMatchObject({ payload: { report: { year: 2011, override: { to: '2012-01-10' } } } })
    const known: FactsChange = {
      proceedings: (draft) => {
        draft.annualReports = [
          {
            year: 2011,
            hasSummary: true,
            hasPlan: false,
            toBusinessOn: day('2011-12-16'),
            toPolicyOn: null,
            override: { from: day('2011-12-15'), to: day('2012-01-10'), noticeNo: '示例' },
          },
        ]
      },
    }
    const second = { year: '2011', hasPlan: true, toPolicyOn: '2011-12-20', on: late }
    const [report] = recordsOf(act('expired', 'receive-annual-report', second, known))
    expect(report).toMatchObject({
      payload: {
        report: { hasSummary: true, hasPlan: true, toBusinessOn: '2011-12-16', toPolicyOn: '2011-12-20', override: {} },
      },
    })
  })

  it('an evaluation is opened, and keeps its opening when it is decided', () => {
    const opened = recordsOf(act('expired', 'open-evaluation', {}))[0]
    expect(opened).toMatchObject({ type: 'evaluation.saved', payload: { evaluation: { openedOn: on } } })
    const known: FactsChange = {
      proceedings: (draft) => {
        const termFrom = draft.pilotTerm!.from
        draft.evaluations = [
          { termFrom, openedOn: day('2014-08-01'), decidedOn: null, result: null, reRegisteredOn: null, noticeNo: '' },
        ]
      },
    }
    const [decided] = recordsOf(act('expired', 'evaluate', { result: 'qualified', on: late }, known))
    expect(decided).toMatchObject({ payload: { evaluation: { openedOn: '2014-08-01', decidedOn: late } } })
  })
})

describe('the number of a filing', () => {
  it('follows the pattern of the office, one behind the highest of its year', () => {
    const given = ['川联备〔2026〕3号', '川联备〔2026〕12号', '川联备〔2025〕40号', '另一种编号']
    expect(nextFilingNumber('川联备〔{year}〕{seq}号', 2026, given)).toBe('川联备〔2026〕13号')
    expect(nextFilingNumber('川联备〔{year}〕{seq}号', 2027, given)).toBe('川联备〔2027〕1号')
    expect(nextFilingNumber('没有序号', 2026, given)).toBeNull()
    expect(nextFilingNumber('A.{year}+({seq})', 2026, ['A.2026+(7)'])).toBe('A.2026+(8)')
  })
})
