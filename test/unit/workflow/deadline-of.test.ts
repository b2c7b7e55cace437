import { describe, expect, it } from 'vitest'
import { campaignIdSchema } from '@shared/domain/ids'
import { deadlinesDue, deadlinesOf, statusOn } from '@shared/workflow/deadline-of'
import { buildFacts, day, type FactsChange } from '../../helpers/facts'

const deadlines = (change: FactsChange) =>
  deadlinesOf('piloting', buildFacts(change)).map(({ kind, day: on }) => `${kind} ${on}`)

describe('the days that a dossier waits for', () => {
  it('are none before it is a pilot: the text sets none (A4)', () => {
    expect(deadlinesOf('accepted', buildFacts())).toEqual([])
    expect(deadlinesOf('panel-review', buildFacts())).toEqual([])
  })

  it('are the start of the evaluation and the end of the term of a quiet pilot', () => {
    expect(deadlines({})).toEqual(['evaluation 2014-03-20', 'term-end 2014-09-20'])
    expect(
      deadlines({
        proceedings: ({ evaluations }) => {
          evaluations.push({
            openedOn: day('2014-04-01'),
            decidedOn: null,
            result: null,
            reRegisteredOn: null,
            noticeNo: '',
          })
        },
      }),
    ).toEqual(['term-end 2014-09-20'])
  })

  it.each([
    ['2011-11-30', null, false],
    ['2011-12-01', 'annual-report', false],
    ['2011-12-20', 'annual-report', false],
    ['2011-12-21', 'annual-report', true],
  ])('the yearly report from its reminder on: %s', (today, kind, overdue) => {
    const [first] = deadlinesOf('piloting', buildFacts({ today }))
    expect(first?.kind === 'annual-report' ? first.kind : null).toBe(kind)
    if (kind !== null) expect(first).toMatchObject({ day: '2011-12-20', overdue })
  })

  it('a report that has arrived waits no more', () => {
    const report = {
      year: 2011,
      hasSummary: true,
      hasPlan: true,
      toBusinessOn: day('2011-12-12'),
      toPolicyOn: day('2011-12-12'),
      override: null,
    }
    expect(
      deadlines({ today: '2011-12-21', proceedings: ({ annualReports }) => void annualReports.push(report) }),
    ).not.toContain('annual-report 2011-12-20')
  })

  it('what a running round asks for is due by its notice, of an alliance that is filed as well; a closed one waits for nobody', () => {
    const round = (isClosed: boolean): FactsChange => ({
      today: '2012-03-01',
      proceedings: (draft) => {
        draft.campaigns = [
          {
            campaignId: campaignIdSchema.parse('50000000-0000-4000-8000-000000000001'),
            kind: 're-examination',
            year: 2011,
            noticeNo: '',
            issuedOn: null,
            from: day('2012-01-05'),
            to: day('2012-02-29'),
            recipients: ['policy'],
            otherRecipient: '',
            isClosed,
            extension: null,
            returned: null,
          },
        ]
      },
    })
    const due = { kind: 'campaign-return', day: '2012-02-29', provisional: false, overdue: true }
    expect(deadlinesOf('filed', buildFacts(round(false)))).toEqual([due])
    expect(deadlinesOf('piloting', buildFacts(round(false)))).toContainEqual(due)
    expect(deadlinesOf('filed', buildFacts(round(true)))).toEqual([])
  })

  it('an unfiled change comes with its provisional mark, a filed one not at all', () => {
    const change = (filedOn: string | null): FactsChange => ({
      today: '2026-12-01',
      proceedings: (draft) => {
        draft.pilotTerm = { ...draft.pilotTerm!, from: day('2026-11-01'), to: day('2029-11-01') }
        draft.changes.push({
          id: 'c1',
          kind: 'lead-renamed',
          unitId: null,
          description: '',
          completedOn: day('2026-11-25'),
          filedOn: filedOn === null ? null : day(filedOn),
        })
      },
    })
    const all = deadlinesOf('piloting', buildFacts(change(null)))
    expect(all.find(({ kind }) => kind === 'change-filing')).toMatchObject({ provisional: true, overdue: false })
    expect(deadlines(change('2026-11-30')).some((line) => line.startsWith('change-filing'))).toBe(false)
  })
})

describe('what the list shows', () => {
  it('is every day that was missed, and the next one to come', () => {
    const due = (today: string) =>
      deadlinesDue(today > '2014-09-20' ? 'expired' : 'piloting', buildFacts({ today })).map(
        ({ kind, day: on, overdue }) => `${kind} ${on}${overdue ? ' !' : ''}`,
      )
    expect(due('2013-12-25')).toEqual([
      'annual-report 2011-12-20 !',
      'annual-report 2012-12-20 !',
      'annual-report 2013-12-20 !',
      'evaluation 2014-03-20',
    ])
    expect(due('2014-10-01')).toEqual([
      'annual-report 2011-12-20 !',
      'annual-report 2012-12-20 !',
      'annual-report 2013-12-20 !',
      'evaluation 2014-03-20 !',
      'term-end 2014-09-20 !',
    ])
  })
})

describe('期满待测评', () => {
  it.each([
    ['2014-09-20', 'piloting'],
    ['2014-09-21', 'expired'],
  ])('a pilot to 2014-09-20 is on %s %s (note 20)', (today, status) => {
    expect(statusOn('piloting', buildFacts().proceedings, day(today))).toBe(status)
  })

  it('no other status changes by the passing of days, nor a pilot without a term', () => {
    expect(statusOn('revoked', buildFacts().proceedings, day('2030-01-01'))).toBe('revoked')
    expect(statusOn('piloting', { pilotTerm: null }, day('2030-01-01'))).toBe('piloting')
  })
})
