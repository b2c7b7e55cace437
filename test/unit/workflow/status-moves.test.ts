import { describe, expect, it } from 'vitest'
import { dossierStatuses } from '@shared/domain/status'
import { transitions } from '@shared/workflow/status-actions'
import { arrivals, isArrival, isMoveOfTable, statusesTaking, takesAction } from '@shared/workflow/status-moves'
import { statusesThat, traitsOf } from '@shared/workflow/status-table'

describe('a move', () => {
  it('is one of the table by its action, from and to together, and never by two of them', () => {
    for (const { action, from, to } of transitions) {
      for (const status of from) expect(isMoveOfTable({ action, from: status, to })).toBe(true)
    }
    expect(isMoveOfTable({ action: 'decide', from: 'draft', to: 'decided' })).toBe(false)
    expect(isMoveOfTable({ action: 'accept', from: 'awaiting-consultation', to: 'decided' })).toBe(false)
    expect(isMoveOfTable({ action: 'of-a-newer-version', from: 'draft', to: 'accepted' })).toBe(false)
  })

  it('is an arrival only out of the draft, and only to where a file can carry a dossier', () => {
    expect(dossierStatuses.filter((to) => isArrival({ action: 'accept', from: 'draft', to }))).toEqual([...arrivals])
    expect(isArrival({ action: 'accept', from: 'filed', to: 'piloting' })).toBe(false)
    expect(isArrival({ action: 'publish', from: 'draft', to: 'piloting' })).toBe(false)
  })
})

describe('what pages ask of a status', () => {
  it('is answered by the table', () => {
    expect(statusesTaking('decide', 'resume-consultation')).toEqual(['awaiting-consultation', 'deferred'])
    expect(statusesTaking('review-again')).toEqual([
      'panel-review',
      'awaiting-consultation',
      'decided',
      'deferred',
      'in-batch',
    ])
    expect(dossierStatuses.filter((status) => takesAction(status, 'remove-from-batch'))).toEqual(['in-batch'])
  })

  it('is answered by its traits, which agree with the table', () => {
    expect(statusesThat('meetsPanel')).toEqual(['division-review', 'panel-review', 'review-again'])
    expect(statusesThat('isPilot')).toEqual(statusesTaking('revoke'))
    expect(statusesThat('isInFiling')).toEqual([
      ...['draft', 'accepted', 'supplement', 'filed', 'filing-refused'],
      ...['not-accepted', 'withdrawn', 'closed'],
    ])
    expect(statusesTaking('add-to-batch', 'publish').every((status) => traitsOf(status).isNearBatch)).toBe(true)
    expect(statusesThat('isPilot').every((status) => traitsOf(status).isNearBatch)).toBe(true)
  })
})
