import { describe, expect, it } from 'vitest'
import { caseOf } from '@shared/acts/dossier-case'
import { actionsOfLife, actionsOfMerger } from '@shared/acts/province/sample-province'
import { sampleLives } from '@shared/acts/province/sample-lives'
import { shiftDays } from '@shared/acts/province/shift-days'
import { whereItStands } from '@shared/acts/where-it-stands'
import { vendoredCalendar } from '@shared/calendar/vendored'
import { isSampleAlliance } from '@shared/domain/sample'
import { dossierIdSchema } from '@shared/domain/ids'
import { assembleDossier } from '@shared/records/assemble-dossier'
import { foldDesk } from '@shared/records/desk-state'
import { rowsOfDossier } from '@shared/records/dossier-rows'
import { payloadSchemas, type Action } from '@shared/records/payloads'
import { recordId, type JournalRecord } from '@shared/records/record'
import { defaultOfficeSettings } from '@shared/regulation/default-office'
import { isArrival, isMoveOfTable } from '@shared/workflow/status-moves'
import { day } from '../../helpers/facts'
import { readSampleDossier } from '../../helpers/samples'

const settings = defaultOfficeSettings()
const office = { settings, calendar: vendoredCalendar }
const said = (today: string) => ({ ...office, by: '示例经办人', note: '示例', today: day(today) })

/** The whole province on a day, alliance by alliance. */
const provinceOn = (today: string) =>
  sampleLives.map((life) => ({ life, actions: actionsOfLife(life, readSampleDossier(life.slug), said(today)) }))

const records = (actions: readonly Action[]): readonly JournalRecord[] =>
  actions.map((action, index) => {
    const payload = payloadSchemas[action.type].parse(action.payload)
    const more = { v: 1, author: 'a'.repeat(32), seq: index + 1, prev: null, lamport: index + 1, refs: [] }
    const unsigned = { ...more, at: '2026-01-01T00:00:00.000Z', type: action.type, payload }
    return { ...unsigned, id: recordId(unsigned as never), sig: '' } as unknown as JournalRecord
  })

/** Days on which somebody may load it: turns of years, leap days, the time of reports. */
const days = ['2026-12-01', '2027-01-01', '2027-12-17', '2028-02-29', '2028-03-31'] as const

describe('示例省', () => {
  it.each(days)('lives on %s in every state that it is to show, by ways of the status table alone', (today) => {
    const lived = provinceOn(today)
    const folded = foldDesk(records(lived.flatMap(({ actions }) => actions)))
    for (const { life, actions } of lived) {
      const moves = actions.flatMap((action) => (action.type === 'status.set' ? [action.payload] : []))
      for (const move of moves) expect(isArrival(move) || isMoveOfTable(move), life.slug).toBe(true)
      const id = dossierIdSchema.parse((actions[0]?.payload as { dossierId: string }).dossierId)
      const assembled = assembleDossier(id, rowsOfDossier(folded, id))!
      const dossier = caseOf(assembled, { ...office, today: day(today) })
      expect(dossier.status, life.slug).toBe(life.status)
      expect(isSampleAlliance(dossier.file.content.alliance)).toBe(true)
    }
  })

  it('does nothing on a day to come, whenever it is loaded', () => {
    for (const today of days) {
      for (const { life, actions } of provinceOn(today)) {
        const ons = JSON.stringify(actions.filter(({ type }) => type !== 'dossier.saved' && type !== 'pilot-term.set'))
        const late = [
          ...ons.matchAll(/"(?:on|decidedOn|openedOn|filedOn|completedOn|toBusinessOn|toPolicyOn)":"([\d-]+)"/gu),
        ]
          .map(([, on]) => on!)
          .filter((on) => on > today)
        expect(late, `${life.slug} on ${today}`).toEqual([])
      }
    }
  })

  it('shows a revoked alliance with its bar, and a new filing that is like it', () => {
    const today = '2026-12-01'
    const lived = provinceOn(today)
    const folded = foldDesk(records(lived.flatMap(({ actions }) => actions)))
    const headOf = (number: number) => {
      const id = dossierIdSchema.parse(`0e0a0000-0000-4000-8000-${String(number).padStart(12, '0')}`)
      const assembled = assembleDossier(id, rowsOfDossier(folded, id))!
      return whereItStands(caseOf(assembled, { ...office, today: day(today) }))
    }
    expect(headOf(9).barredUntil).toBe('2029-10-02')
    expect(headOf(10).likeness).toMatchObject([{ sameLead: true, bar: { until: '2029-10-02', holds: true } }])
    expect(headOf(7).due[0]).toMatchObject({ overdue: true })
    expect(headOf(8).awaited).toContainEqual({ from: { actor: 'policy' }, what: 'failed-evaluation' })
    expect(headOf(11).termCount).toBe(2)
    expect(headOf(11).awaited.map(({ what }) => what)).toEqual(['report'])
  })

  it('is the same when it is loaded again on that day, and its merger is registered once', () => {
    expect(provinceOn('2026-12-01')).toEqual(provinceOn('2026-12-01'))
    const [merged] = actionsOfMerger([], day('2026-12-01'))
    expect(merged).toMatchObject({ type: 'revocation.registered', payload: { revocation: { ground: null } } })
    const line = payloadSchemas['revocation.registered'].parse(merged!.payload)
    expect(actionsOfMerger([line], day('2026-12-01'))).toEqual([])
  })

  it('moves days and nothing else', () => {
    expect(shiftDays({ a: '2026-03-01', b: ['2026〔3〕', 7, null], c: { d: '2028-02-29x' } }, 1)).toEqual({
      a: '2026-02-28',
      b: ['2026〔3〕', 7, null],
      c: { d: '2028-02-29x' },
    })
  })
})
