import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moveStatus } from '@shared/acts/move-status'
import { saveDossier } from '@shared/acts/save-dossier'
import { dossierContentHash } from '@shared/domain/dossier'
import { isStale } from '@shared/domain/judged-version'
import { divisionOpinionStands } from '@shared/domain/proceedings'
import { assembleDossier, type AssembledDossier } from '@shared/records/assemble-dossier'
import { foldDesk } from '@shared/records/desk-state'
import { rowsOfDossier } from '@shared/records/dossier-rows'
import type { Action } from '@shared/records/payloads'
import { recordStamp } from '@shared/records/record'
import { regulation2010 } from '@shared/regulation/2010/index'
import { checkDossier } from '@shared/regulation/check-dossier'
import { workflowGuards } from '@shared/regulation/workflow-guards'
import { statusOn } from '@shared/workflow/deadline-of'
import { nextStep } from '@shared/workflow/status-table'
import { availableActions } from '@shared/workflow/status-machine'
import { batchId, buildFacts, day, dossierId } from '../../helpers/facts'
import { authorOf, PaperDesk } from '../../helpers/paper-desk'
import { runs } from '../../helpers/runs'

const facts = buildFacts()
const panels = ['22222222-2222-4222-8222-222222222222', '22222222-2222-4222-8222-22222222222b']
const by = '示例人员'
const today = day('2011-09-25')
const act = (type: Action['type'], payload: unknown): Action => ({ type, payload }) as Action

/** What may happen to a dossier on a desk. */
type Deed =
  | { readonly kind: 'edit' | 'divisions' | 'confirm' | 'consult' | 'save-panel'; readonly which: number }
  | { readonly kind: 'panel'; readonly which: number }
  | { readonly kind: 'recuse'; readonly which: number }
  | { readonly kind: 'move' | 'walk'; readonly which: number }

const deeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(
      ...(['walk', 'walk', 'walk', 'walk', 'walk', 'walk', 'walk', 'walk', 'move', 'divisions'] as const),
      ...(['panel', 'consult'] as const),
      ...(['edit', 'confirm', 'save-panel', 'recuse'] as const),
    ),
    which: fc.nat({ max: 11 }),
  }),
  { minLength: 15, maxLength: 60 },
)

const look = (desk: PaperDesk): AssembledDossier =>
  assembleDossier(dossierId, rowsOfDossier(foldDesk(desk.records), dossierId))!

const offered = (dossier: AssembledDossier) => {
  const { content, proceedings } = dossier.file
  const known = { ...facts, today, content, proceedings }
  return availableActions(
    statusOn(dossier.status, proceedings, today),
    workflowGuards(checkDossier(regulation2010, known), known),
  )
}

const aboutOf = ({ file, contentHash }: AssembledDossier) => ({
  dossierVersion: file.version,
  dossierHash: contentHash,
})

/** What brings a dossier on from where it stands. */
function stepOf({ which }: Deed, { status, file, contentHash }: AssembledDossier): Deed {
  const { proceedings } = file
  const { divisionOpinions, panelOpinion, reviewConfirmations, consultation } = proceedings
  const isCovered = [panelOpinion, ...reviewConfirmations].some((item) => item?.dossierHash === contentHash)
  const stands =
    divisionOpinions.length > 0 && divisionOpinions.every((item) => divisionOpinionStands(item, proceedings))
  if (status === 'division-review' && !stands) return { kind: 'divisions', which }
  if (status === 'panel-review' && !isCovered) return { kind: 'panel', which }
  if (status === 'review-again' && !(isCovered && stands)) return { kind: 'confirm', which }
  const isConsulted = consultation?.decision === 'decided' && !isStale(consultation, proceedings)
  if (status === 'awaiting-consultation' && !isConsulted) return { kind: 'consult', which: 0 }
  return { kind: 'move', which: -1 }
}

/** The records that a deed makes; none where the table does not offer it. */
function recordsOf(deed: Deed, dossier: AssembledDossier): readonly Action[] {
  const { kind, which } = deed
  if (kind === 'walk') return recordsOf(stepOf(deed, dossier), dossier)
  const { file, contentHash } = dossier
  const about = aboutOf(dossier)
  const panelId = panels[Math.abs(which) % 2]!
  const { proceedings } = facts
  const panel = act('panel.saved', { ...proceedings.panel!, id: panelId, title: `示例评审会${which}` })
  switch (kind) {
    case 'edit': {
      const content = { ...file.content, goals: { overall: `示例目标${which}`, stages: '' } }
      return saveDossier(dossierId, content, dossier, { today, by, note: '' })
    }
    case 'divisions':
      return proceedings.divisionOpinions.map((opinion) => {
        const items = [{ ruleId: 'R11-0', verdict: 'conforms', reason: '示例' }]
        return act('division-opinion.sealed', { dossierId, ...about, opinion: { ...opinion, items } })
      })
    case 'confirm':
      return [
        ...file.proceedings.divisionOpinions.map(({ kind: of, divisionId }) =>
          act('division-opinion.confirmed', {
            ...{ dossierId, kind: of, divisionId },
            confirmation: { ...about, note: '示例', by, on: today },
          }),
        ),
        act('review.confirmed', { dossierId, confirmation: { ...about, note: '示例', by, on: today } }),
      ]
    case 'save-panel':
      return [panel]
    case 'recuse':
      return [
        act('recusal.decided', {
          ...{ panelId, dossierId, expertId: proceedings.panel!.members[which % 7]!.expertId },
          ...{ decision: which % 3 === 0 ? 'recused' : 'not-recused', by, on: today },
        }),
      ]
    case 'panel':
      return [
        panel,
        ...proceedings.recusalDeclarations.map((item) => act('recusal.declared', { ...item, panelId })),
        ...proceedings.expertOpinions.map((item) =>
          act('opinion.sealed', { ...item, ...about, panelId, version: dossier.nextOpinionVersion }),
        ),
        act('panel-opinion.sealed', {
          ...{ ...proceedings.panelOpinion!, ...about, panelId, version: dossier.nextOpinionVersion },
          conclusion: which > 8 ? 'reject' : which === 8 ? 'pass-after-rework' : 'pass',
        }),
      ]
    case 'consult': {
      const decision = which > 9 ? 'not-decided' : 'decided'
      const consultation = { ...proceedings.consultation!, decision, dossierHash: contentHash }
      return [
        act('consultation.recorded', { dossierId, consultation: { ...consultation, dossierVersion: file.version } }),
      ]
    }
    case 'move': {
      const actions = offered(dossier).filter(({ enabled }) => enabled)
      const next = nextStep(dossier.status).action
      const chosen = which < 0 ? actions.find(({ action }) => action === next) : actions[which % actions.length]
      if (chosen === undefined) return []
      const move = moveStatus({ ...dossier, actions }, chosen.action, { on: today, by })
      if (!move.ok) return []
      const batch = {
        id: batchId,
        year: 2011,
        seq: 1,
        dossierIds: [dossierId],
        notice: proceedings.publication!.notice,
      }
      const term = { batchId, from: '2011-09-20', to: '2014-09-20' }
      if (chosen.action === 'add-to-batch') return [act('batch.saved', batch), move.value]
      if (chosen.action !== 'publish') return [move.value]
      return [
        act('batch.saved', { ...batch, status: 'published' }),
        act('pilot-term.set', { dossierId, term }),
        move.value,
      ]
    }
  }
}

/** What must be true of a dossier at any moment. */
function expectSound(dossier: AssembledDossier, desk: PaperDesk): void {
  const { panel, panelOpinion, expertOpinions, recusalDecisions, divisionOpinions, consultation } =
    dossier.file.proceedings
  const { from } = dossier.rounds.at(-1)!
  // Of one panel, and of this round.
  for (const item of [...expertOpinions, ...recusalDecisions]) {
    expect(panel === null || item.panelId === panel.id).toBe(true)
  }
  if (panelOpinion !== null) expect(panel?.id).toBe(panelOpinion.panelId)
  if (from !== null) {
    const since = desk.records.filter((record) => recordStamp(record) > from)
    const said = (type: Action['type']) => since.some((record) => record.type === type)
    expect(divisionOpinions.length === 0 || said('division-opinion.sealed')).toBe(true)
    expect(panelOpinion === null || said('panel-opinion.sealed')).toBe(true)
    expect(consultation === null || said('consultation.recorded')).toBe(true)
  }
}

describe('random lives of a dossier', () => {
  it('mix no panels and no rounds, and publish nothing that was judged on another version', () => {
    let published = 0
    fc.assert(
      fc.property(deeds, (list) => {
        const desk = new PaperDesk(authorOf(1))
        const { content } = facts
        desk.write(
          act('dossier.saved', {
            ...{
              dossierId,
              version: 1,
              contentHash: dossierContentHash(content),
              regulationVersionId: '2010',
              content,
            },
          }),
        )
        desk.write(act('status.set', { dossierId, action: 'accept', from: 'draft', to: 'filed', on: today, by }))
        for (const deed of list) {
          const before = look(desk)
          const records = recordsOf(deed, before)
          if (records.some(({ payload }) => (payload as { action?: string }).action === 'publish')) {
            published += 1
            const { proceedings } = before.file
            expect(proceedings.divisionOpinions.every((item) => divisionOpinionStands(item, proceedings))).toBe(true)
            expect(isStale(proceedings.consultation!, proceedings)).toBe(false)
            const covered = [proceedings.panelOpinion!, ...proceedings.reviewConfirmations]
            expect(covered.map(({ dossierHash }) => dossierHash)).toContain(before.contentHash)
            expect(['pass', 'pass-after-rework']).toContain(proceedings.panelOpinion!.conclusion)
          }
          for (const record of records) desk.write(record)
          expectSound(look(desk), desk)
          if (deed.kind === 'edit' && records.length > 0 && before.file.proceedings.panelOpinion !== null) {
            const settled = ['panel-review', 'awaiting-consultation', 'decided', 'deferred', 'in-batch']
            if (settled.includes(before.status)) expect(look(desk).status).toBe('review-again')
          }
        }
      }),
      { numRuns: runs(16), seed: 20_110_920 },
    )
    expect(published).toBeGreaterThan(0)
  }, 120_000)
})
