import type { DossierStatus } from '@shared/domain/status'
import { describe, expect, it } from 'vitest'
import { calendarDateSchema } from '@shared/domain/date'
import { vendoredCalendar } from '@shared/calendar/vendored'
import { checkDossier } from '@shared/regulation/check-dossier'
import { defaultOfficeSettings } from '@shared/regulation/default-office'
import { regulation2010 } from '@shared/regulation/2010'
import { openResults } from '@shared/regulation/open-results'
import { stageOf } from '@shared/workflow/status-table'
import { readSampleDossier } from '../../helpers/samples'

const { content, proceedings } = readSampleDossier('short-operation')
const results = checkDossier(regulation2010, {
  content,
  proceedings,
  settings: defaultOfficeSettings(),
  today: calendarDateSchema.parse('2026-11-22'),
  calendar: vendoredCalendar,
})
const openIn = (status: DossierStatus) => openResults(results, stageOf(status)).map(({ ruleId }) => ruleId)

describe('what a person should look at', () => {
  it('is nothing of a stage that is not reached', () => {
    expect(openIn('accepted')).not.toContain('R11-0')
    expect(openIn('division-review')).toContain('R11-0')
    expect(openIn('division-review')).not.toContain('R12-1d')
    expect(openIn('panel-review')).toContain('R12-1d')
  })

  it('holds what is not met and leaves out what is met', () => {
    expect(openIn('panel-review')).toContain('R09-4b')
    expect(openIn('panel-review')).not.toContain('R08-1')
  })
})
