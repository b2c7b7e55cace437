import { describe, expect, it } from 'vitest'
import { placeOfGap } from '@renderer/parts/papers/gap-place'
import type { BatchId, DossierId, PanelId } from '@shared/domain/ids'

const ground = {
  dossierId: 'd1' as DossierId,
  dossierIds: ['d1', 'd2'] as DossierId[],
  batchId: 'b1' as BatchId,
  panelId: 'p1' as PanelId,
}

describe('where the gap of a paper is closed', () => {
  it.each([
    ['file.content.alliance.chairUnitId', '/intake/d1'],
    ['dossiers[1].content.alliance.industry', '/intake/d2'],
    ['dossiers[1].proceedings.consultation', '/consultation'],
    ['file.proceedings.filingDecision.no', '/dossiers/d1'],
    ['notice.writtenOn', '/batches/b1'],
    ['batch.dossierIds', '/batches/b1'],
    ['dossiers', '/batches/b1'],
    ['panel.members[2].present', '/panels/p1'],
    ['opinion.leaderExpertId', '/panels/p1'],
    ['opinion.items[0].reason', '/panels/p1/opinion/d1'],
    ['settings.divisions', '/settings'],
  ])('%s: a page', (field, path) => {
    expect(placeOfGap({ field }, [], ground)).toEqual({ kind: 'page', path })
  })

  it('is the field of the form that asks for it, before any page', () => {
    expect(placeOfGap({ field: 'notice.docNo' }, ['docNo'], ground)).toEqual({ kind: 'field', input: 'docNo' })
    expect(placeOfGap({ field: 'words.chairedBy' }, ['chairedBy'], ground)).toEqual({
      kind: 'field',
      input: 'chairedBy',
    })
    expect(placeOfGap({ field: 'compiledOn' }, ['issuedOn'], ground)).toEqual({ kind: 'field', input: 'issuedOn' })
  })

  it('is nowhere where nobody knows whose it is', () => {
    expect(placeOfGap({ field: 'file.content.members' }, [], {})).toBeNull()
    expect(placeOfGap({ field: 'notice.docNo' }, [], {})).toBeNull()
  })
})
