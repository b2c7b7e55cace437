import { describe, expect, it } from 'vitest'
import { dossierStatuses } from '@shared/domain/status'
import { dossierTabs, isDossierTab, tabsFor } from '@shared/workflow/dossier-tabs'
import { phaseOf } from '@shared/workflow/status-table'

const nothing: ReadonlySet<never> = new Set()
const first = (status: (typeof dossierStatuses)[number]) => tabsFor(status, nothing, null)[0]

describe('the parts of an alliance’s page', () => {
  it('begin with what the phase needs: materials, checks, opinions, registers, and at last what ended it', () => {
    expect(first('accepted')).toBe('materials')
    expect(first('supplement')).toBe('materials')
    expect(first('filed')).toBe('years')
    expect(first('division-review')).toBe('checks')
    expect(first('awaiting-consultation')).toBe('opinions')
    expect(first('piloting')).toBe('years')
    expect(first('expired')).toBe('years')
    expect(first('revoked')).toBe('ending')
    expect(first('withdrawn')).toBe('ending')
    expect(first('division-rejected')).toBe('ending')
  })

  it('are each shown once, papers and history in every phase', () => {
    for (const status of dossierStatuses) {
      const tabs = tabsFor(status, new Set(dossierTabs), null)
      expect(new Set(tabs).size).toBe(tabs.length)
      expect(tabs).toHaveLength(dossierTabs.length)
      expect(tabsFor(status, nothing, null).slice(-2)).toEqual(['documents', 'timeline'])
    }
  })

  it('leave out what the phase does not need, but what holds something or is asked for', () => {
    expect(tabsFor('accepted', nothing, null)).not.toContain('opinions')
    expect(tabsFor('accepted', new Set(['opinions' as const]), null)).toContain('opinions')
    expect(tabsFor('accepted', nothing, 'years')).toContain('years')
    expect(tabsFor('accepted', nothing, 'years')[0]).toBe('materials')
  })

  it('are named by an address or not at all', () => {
    expect(isDossierTab('checks')).toBe(true)
    expect(isDossierTab('toString')).toBe(false)
    expect(isDossierTab(null)).toBe(false)
  })

  it('a pilot whose term is over is in the phase of a pilot, never of what ended', () => {
    expect(phaseOf('expired')).toBe('pilot')
    expect(phaseOf('revoked')).toBe('ended')
  })
})
