import { describe, expect, it } from 'vitest'
import { saveBatchAs } from '@shared/acts/batch'
import { saveDossier } from '@shared/acts/save-dossier'
import { actionsOfDossierFile } from '@shared/acts/take-dossier-file'
import { batchSchema } from '@shared/domain/pilot'
import type { DossierStatus } from '@shared/domain/status'
import { dossierContentHash } from '@shared/domain/dossier'
import type { AssembledDossier } from '@shared/records/assemble-dossier'
import { batchId, day, dossierId } from '../../helpers/facts'
import { acting } from './acting'

const said = { today: day('2026-11-22'), by: '陈守玉（示例）', note: '成员更名（示例）' }

const standing = (status: DossierStatus, withOpinion = true): AssembledDossier => {
  const { file } = acting(status, {
    proceedings: (draft) => {
      if (!withOpinion) draft.panelOpinion = null
    },
  })
  return {
    file,
    contentHash: dossierContentHash(file.content),
    status,
    staleOpinionIds: [],
    standings: [],
    sealing: null,
    versions: [],
    rounds: [],
    nextOpinionVersion: 2,
  }
}
const renamed = (dossier: AssembledDossier) => ({
  ...dossier.file.content,
  alliance: { ...dossier.file.content.alliance, shortName: '新简称（示例）' },
})
const movesOf = (actions: readonly { readonly type: string; readonly payload: object }[]) =>
  actions.flatMap(({ type, payload }) => (type === 'status.set' ? [payload] : []))

describe('a new version after the opinion of the panel', () => {
  it.each(['panel-review', 'awaiting-consultation', 'decided', 'deferred', 'in-batch'] as const)(
    'leads out of %s to another review, typed or read from a file',
    (status) => {
      const present = standing(status)
      const content = renamed(present)
      const again = [{ dossierId, action: 'review-again', from: status, to: 'review-again' }]
      expect(movesOf(saveDossier(dossierId, content, present, said))).toMatchObject(again)
      expect(movesOf(actionsOfDossierFile({ ...present.file, content }, present, said))).toMatchObject(again)
    },
  )

  it('leads nowhere before there is an opinion, and of a pilot', () => {
    const before = standing('panel-review', false)
    expect(movesOf(saveDossier(dossierId, renamed(before), before, said))).toEqual([])
    const pilot = standing('piloting')
    expect(movesOf(saveDossier(dossierId, renamed(pilot), pilot, said))).toEqual([])
  })

  it('and once it is settled again, saving the batch that still lists it puts it in anew', () => {
    const batch = batchSchema.parse({
      id: batchId,
      year: 2026,
      seq: 1,
      dossierIds: [dossierId],
      notice: { issuers: [] },
    })
    const settled = acting('decided')
    const actions = settled.actions.map((item) => ({ ...item, enabled: true, blockedBy: [] }))
    const decided = saveBatchAs(batch, batch, [{ ...settled, actions }], { on: said.today, by: said.by, others: [] })
    expect(decided.ok ? movesOf(decided.value) : decided.error).toMatchObject([
      { action: 'add-to-batch', from: 'decided', to: 'in-batch' },
    ])
  })
})
