import { actOnDossier, type ActionValue } from '@shared/acts/dossier-act'
import { fieldsOf, type ActionField } from '@shared/acts/act-fields'
import { caseOf, type DossierCase } from '@shared/acts/dossier-case'
import { actionsOfDossierFile } from '@shared/acts/take-dossier-file'
import { addDays, yearOf, type CalendarDate } from '@shared/domain/date'
import { dossierFormat, type DossierFile } from '@shared/domain/dossier'
import type { DossierId } from '@shared/domain/ids'
import { proceedingsSchema } from '@shared/domain/proceedings'
import { assembleDossier } from '@shared/records/assemble-dossier'
import { foldDesk } from '@shared/records/desk-state'
import { rowsOfDossier } from '@shared/records/dossier-rows'
import type { JournalRecord } from '@shared/records/record'
import type { StatusAction } from '@shared/workflow/status-actions'
import { authorOf, dossierOf, PaperDesk } from './paper-desk'
import { buildFacts } from './facts'

/** One step of a life: how long nothing happens, which of the acts on offer is done, and what is chosen in it. */
export type Step = { readonly days: number; readonly which: number; readonly choice: number }

const by = '示例经办人'
const dossierId = dossierOf(1) as DossierId

/** An alliance's life on one desk, by the acts of the product alone, from a dossier file to wherever chance leads. */
export class RandomLife {
  readonly #desk = new PaperDesk(authorOf(1))
  readonly #facts
  #number = 0
  today: CalendarDate
  /** Every act that was done, with its day and where the dossier stood before. */
  readonly done: { readonly action: StatusAction; readonly on: CalendarDate; readonly before: DossierCase }[] = []

  /** @param isPilot whether it begins as a published pilot or as a filing that nobody received yet */
  constructor(isPilot: boolean) {
    this.#facts = buildFacts({ settings: ({ interpretation }) => (interpretation.regulationIssuedOn = null) })
    const { content, proceedings, today } = this.#facts
    this.today = today
    const file: DossierFile = {
      format: dossierFormat,
      ...{ id: dossierId, version: 1, regulationVersionId: '2010', content },
      proceedings: isPilot ? proceedings : proceedingsSchema.parse({}),
    }
    this.#write(actionsOfDossierFile(file, null, { today, by, note: '（示例）' }))
  }

  get records(): readonly JournalRecord[] {
    return this.#desk.records
  }

  /** The dossier as the desk looks at it today. */
  now(records: readonly JournalRecord[] = this.records): DossierCase {
    const assembled = assembleDossier(dossierId, rowsOfDossier(foldDesk(records), dossierId))
    if (assembled === null) throw new Error('the dossier is gone')
    const { settings, calendar } = this.#facts
    return caseOf(assembled, { settings, calendar, today: this.today })
  }

  /** Does what is offered, if it can be done with what a hurried clerk types. @returns what was done; null: nothing */
  step({ days, which, choice }: Step): StatusAction | null {
    this.today = addDays(this.today, days)
    const before = this.now()
    // An end at every third step would leave no second term to look at.
    const offered = before.actions.filter(({ action, enabled }) => enabled && (action !== 'revoke' || choice % 6 === 0))
    const chosen = offered[which % Math.max(1, offered.length)]
    if (chosen === undefined) return null
    const values = Object.fromEntries(
      fieldsOf(chosen.action).map((field) => [field.key, this.#typed(field, choice, before)]),
    )
    this.#number += 1
    const decided = actOnDossier(
      before,
      chosen.action,
      { ...values, on: this.today },
      { by, today: this.today, rowId: `c${this.#number}`, settings: this.#facts.settings },
    )
    if (!decided.ok) return null
    this.#write(decided.value)
    this.done.push({ action: chosen.action, on: this.today, before })
    return chosen.action
  }

  #write(actions: Parameters<PaperDesk['write']>[0][] | readonly Parameters<PaperDesk['write']>[0][]): void {
    for (const action of actions) this.#desk.write(action)
  }

  #typed({ key, kind, options, isNumber, day }: ActionField, choice: number, { file }: DossierCase): ActionValue {
    switch (kind) {
      case 'day':
        return addDays(this.today, day === 'change-completed' ? -(choice % 60) : 0)
      case 'year':
        return String(yearOf(this.today) - (choice % 2))
      case 'flag':
        return choice % 3 !== 0
      case 'choice':
        return options?.[choice % options.length] ?? ''
      case 'unit':
        return file.content.members[choice % file.content.members.length]?.unitId ?? ''
      case 'division':
        return file.content.application.hostDivisionId ?? 'high'
      case 'divisions':
        return []
      default:
        return isNumber === true ? `川科示〔${yearOf(this.today)}〕${this.#number}号` : `示例${key}${choice}`
    }
  }
}
