import type { CalendarDate } from '../../domain/date'
import type { DossierContent, DossierFile } from '../../domain/dossier'
import { assembleDossier, type AssembledDossier } from '../../records/assemble-dossier'
import { Folding } from '../../records/desk-state'
import { rowsOfDossier } from '../../records/dossier-rows'
import { payloadSchemas, type Action } from '../../records/payloads'
import { recordId, recordVersion, type JournalRecord } from '../../records/record'
import type { StatusAction } from '../../workflow/status-actions'
import type { Decided, Gap } from '../act'
import { actOnDossier, type ActionValues } from '../dossier-act'
import { caseOf, type Office } from '../dossier-case'
import { saveDossier } from '../save-dossier'
import { registerSupport, type SupportDraft } from '../support'
import { actionsOfDossierFile } from '../take-dossier-file'

/** One thing that somebody does in the life of a sample alliance, on a day. */
export type LifeStep = { readonly on: CalendarDate } & (
  | { readonly kind: 'act'; readonly action: StatusAction; readonly values?: ActionValues }
  | { readonly kind: 'version'; readonly change: (content: DossierContent) => DossierContent; readonly note: string }
  | { readonly kind: 'support'; readonly draft: Omit<SupportDraft, 'dossierId' | 'on'> }
)

type Said = Pick<Office, 'settings' | 'calendar'> & { readonly by: string; readonly note: string }

/** A desk that holds one alliance and is nowhere but in memory, for acts that build on acts. */
class OneDesk {
  readonly #folding = new Folding()
  readonly #actions: Action[] = []

  constructor(private readonly id: DossierFile['id']) {}

  get actions(): readonly Action[] {
    return this.#actions
  }

  get dossier(): AssembledDossier {
    const found = assembleDossier(this.id, rowsOfDossier(this.#folding.finish(), this.id))
    if (found === null) throw new Error(`no version of ${this.id} was saved`)
    return found
  }

  /** Takes an act as done. @throws Error naming what is in its way: a sample whose life cannot be */
  do(decided: Decided, what: string): void {
    if (!decided.ok) throw new Error(`${what}: ${decided.error.map(gapText).join('; ')}`)
    for (const action of decided.value) {
      const seq = this.#actions.push(action)
      const { type } = action
      const payload: unknown = payloadSchemas[type].parse(action.payload)
      const unsigned = { v: recordVersion, author, seq, prev: null, lamport: seq, at, type, payload, refs: [] }
      const id = recordId(unsigned as unknown as Parameters<typeof recordId>[0])
      this.#folding.add({ ...unsigned, id, sig: '' } as unknown as JournalRecord)
    }
  }
}

/** Nobody's: these records are never written. */
const author = '0'.repeat(32)
const at = '2000-01-01T00:00:00.000Z'
const gapText = ({ code, field, rules, fault, params }: Gap): string =>
  [code, field ?? '', ...rules, JSON.stringify({ ...fault, ...params })].join(' ')

/**
 * The records of a sample alliance's whole life: its dossier file is taken in on the first day, and everything else is
 * done to it by the acts that people do it with, each on its own day. To be appended together. Pure.
 * @throws Error if an act of the life is not possible: the sample is wrong
 */
export function liveOut(
  file: DossierFile,
  begun: CalendarDate,
  steps: readonly LifeStep[],
  { settings, calendar, by, note }: Said,
): readonly Action[] {
  const desk = new OneDesk(file.id)
  desk.do({ ok: true, value: actionsOfDossierFile(file, null, { today: begun, by, note }) }, 'arrival')
  for (const [index, step] of steps.entries()) {
    const today = step.on
    const present = desk.dossier
    switch (step.kind) {
      case 'act': {
        const values = { on: today, note, ...step.values }
        const said = { by, settings, today, rowId: `sample-${index}` }
        desk.do(actOnDossier(caseOf(present, { settings, calendar, today }), step.action, values, said), step.action)
        break
      }
      case 'version': {
        const content = step.change(present.file.content)
        desk.do({ ok: true, value: saveDossier(file.id, content, present, { today, by, note: step.note }) }, 'version')
        break
      }
      case 'support': {
        const life = present.file.proceedings
        const supported = [{ dossierId: file.id, name: file.content.alliance.name, life }]
        const draft = { ...step.draft, dossierId: file.id, on: today }
        desk.do(registerSupport(draft, supported, { today, id: `sample-${index}` }), 'support')
        break
      }
    }
  }
  return desk.actions
}
