import { describe, expect, it } from 'vitest'
import { awaitedOf } from '@shared/acts/awaited'
import { caseOf } from '@shared/acts/dossier-case'
import { whereItStands } from '@shared/acts/where-it-stands'
import { dossierContentHash } from '@shared/domain/dossier'
import type { DossierStatus } from '@shared/domain/status'
import { buildFacts, day, dossierId, type FactsChange } from '../../helpers/facts'

/** The case of the sample facts in a status. */
function standing(status: DossierStatus, change: FactsChange = {}) {
  const { content, proceedings, ...office } = buildFacts(change)
  const file = {
    format: 'lianshen-dossier/1' as const,
    ...{ id: dossierId, version: 1, regulationVersionId: '2010' as const, content, proceedings },
  }
  return caseOf(
    {
      file,
      contentHash: dossierContentHash(content),
      status,
      staleOpinionIds: [],
      standings: [],
      sealing: null,
      versions: [],
      rounds: [],
      nextOpinionVersion: 1,
    },
    office,
  )
}

describe('the head of an alliance’s page', () => {
  it('says of a pilot its term, its notice, what was missed, and one day to come', () => {
    const dossier = standing('piloting', { today: '2012-12-28' })
    const { term, termCount, due, chairUnit } = whereItStands(dossier)
    expect(term).toMatchObject({ from: day('2011-09-20'), to: day('2014-09-20') })
    expect(termCount).toBe(1)
    expect(chairUnit).not.toBe('')
    expect(due.map(({ kind, day: on, overdue }) => `${kind} ${on} ${overdue ? 'over' : 'to come'}`)).toEqual([
      'annual-report 2011-12-20 over',
      'annual-report 2012-12-20 over',
      'annual-report 2013-12-20 to come',
    ])
  })

  it('says what is awaited of a pilot: both reports, from the alliance, and nothing before its reminder', () => {
    expect(awaitedOf(standing('piloting', { today: '2011-11-30' }))).toEqual([])
    expect(awaitedOf(standing('piloting', { today: '2012-12-28' }))).toMatchObject([
      { from: { actor: 'alliance' }, what: 'report', year: 2011, parts: ['summary', 'plan'] },
      { from: { actor: 'alliance' }, what: 'report', year: 2012 },
    ])
  })

  it('waits for the result of an evaluation once the term is over, and calls it no revocation', () => {
    const reports = ({ annualReports }: { annualReports: unknown[] }) => {
      for (const year of [2011, 2012, 2013]) {
        const on = day(`${year}-12-12`)
        annualReports.push({ year, hasSummary: true, hasPlan: true, toBusinessOn: on, toPolicyOn: on, override: null })
      }
    }
    const dossier = standing('piloting', { today: '2014-10-01', proceedings: reports })
    expect(dossier.status).toBe('expired')
    expect(awaitedOf(dossier)).toEqual([{ from: { actor: 'policy' }, what: 'evaluation' }])
    expect(whereItStands(dossier).barredUntil).toBeNull()
  })

  it('tells a revoked alliance’s last barred day, which is still within the bar', () => {
    const revoked = standing('revoked', {
      today: '2013-01-10',
      proceedings: (draft) => {
        draft.revocation = {
          ...{ ground: '19.2', facts: '示例', evidence: '', heardOn: null, noticeNo: '' },
          decidedOn: day('2013-01-05'),
        }
      },
    })
    const { barredUntil, due } = whereItStands(revoked)
    expect(barredUntil).toBe('2016-01-05')
    expect(due.map(({ kind, day: on }) => [kind, on])).toEqual([['bar-end', '2016-01-05']])
  })

  it('names each division whose opinion is awaited, not only the next step', () => {
    const dossier = standing('division-review', { proceedings: (draft) => void (draft.divisionOpinions = []) })
    const awaited = awaitedOf(dossier)
    expect(awaited.length).toBeGreaterThan(1)
    expect(awaited.every(({ what, from }) => what === 'division-opinion' && 'name' in from)).toBe(true)
  })

  it('tells the day that a notice of supplement named only while the supplement is awaited', () => {
    const told: FactsChange = {
      today: '2010-03-01',
      proceedings: (draft) => {
        const move = { action: 'request-supplement', from: 'accepted' as const, note: '示例', on: day('2010-02-01') }
        draft.lastMove = { ...move, until: day('2010-02-20') }
      },
    }
    expect(whereItStands(standing('supplement', told)).due).toMatchObject([{ kind: 'supplement', overdue: true }])
    expect(whereItStands(standing('accepted', told)).due).toEqual([])
  })

  it('shows a likeness to what was revoked, with whether its bar holds today', () => {
    const like = (today: string) =>
      whereItStands(
        standing('filed', {
          today,
          proceedings: (draft) => {
            draft.priorRevocations = [
              {
                allianceName: buildFacts().content.alliance.name,
                ...{ leadUnitName: '', memberNames: [], ground: '19.2' as const },
                decidedOn: day('2010-05-01'),
              },
            ]
          },
        }),
      ).likeness
    expect(like('2012-01-01')).toMatchObject([{ sameName: true, bar: { until: '2013-05-01', holds: true } }])
    expect(like('2013-05-02')).toMatchObject([{ bar: { until: '2013-05-01', holds: false } }])
  })
})
