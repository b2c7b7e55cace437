import { describe, expect, it } from 'vitest'
import { vendoredCalendar } from '@shared/calendar/vendored'
import type { CalendarDate } from '@shared/domain/date'
import type { DossierFile } from '@shared/domain/dossier'
import { regulation2010 } from '@shared/regulation/2010/index'
import { checkDossier, effectiveVerdict, type CheckResult } from '@shared/regulation/check-dossier'
import { defaultOfficeSettings } from '@shared/regulation/default-office'
import { expectedBySlug, expectedOfAll, readSampleDossier, sampleSlugs } from '../../helpers/samples'

const check = ({ content, proceedings }: Pick<DossierFile, 'content' | 'proceedings'>): readonly CheckResult[] =>
  checkDossier(regulation2010, {
    content,
    proceedings,
    settings: defaultOfficeSettings(),
    today: '2026-10-08' as CalendarDate,
    calendar: vendoredCalendar,
  })

const ids = (results: readonly CheckResult[]): string[] => results.map((r) => r.ruleId).sort()
const notMet = (results: readonly CheckResult[]) => ids(results.filter((r) => effectiveVerdict(r) === 'not-met'))
const hinted = (results: readonly CheckResult[]) =>
  ids(results.filter((r) => r.kind !== 'automatic' && r.evidence.some((e) => e.level !== 'fact')))

describe.each(sampleSlugs)('rules over sample %s', (slug) => {
  const results = check(readSampleDossier(slug))
  const expected = expectedBySlug[slug]!

  it('find its defect and no other', () => {
    expect(notMet(results)).toEqual([...expectedOfAll.notMet, ...expected.notMet].sort())
    expect(hinted(results)).toEqual([...expectedOfAll.hinted, ...expected.hinted].sort())
  })

  it('find nothing against the filing and the application', () => {
    const early = results.filter((r) => r.stage === 'filing' || r.stage === 'application')
    expect(notMet(early)).toEqual([])
    expect(results.find((r) => r.ruleId === 'R29-1')).toMatchObject({ outcome: { verdict: 'provisional' } })
  })
})
