/** What is to be known of a paper of any kind, and the one way in which it is made. */
import type { BatchId, CampaignId, DossierId } from '@shared/domain/ids'
import { ok, type Result } from '@shared/lib/result'
import type { ClauseRef } from '@shared/regulation/clause-ref'
import type { DocumentModel } from './blocks'
import type { DocumentInputId, Typed } from './catalogue-facts'
import { builtInText, composeLetter, type Letter } from './letter'
import type { MissingValues } from './missing-values'
import { withPaperCode } from './paper-code'
import { withRealNames } from './placeholders'
import type { DocumentFrame } from './plain-document'
import type { PaperKind } from './vocabulary/papers'

export type Composed = Result<DocumentModel, MissingValues>
export type OpenLetter = Result<Letter, MissingValues>

/** One of several papers of a kind, e.g. the form of one expert. */
export type DocumentSubject = { readonly id: string; readonly label: string }

/** The paper itself, where there is one of its kind. */
export const theOne: DocumentSubject = { id: '', label: '' }

/** Whose paper it is, as the register has it. */
export type PaperAbout = {
  readonly dossierId?: DossierId
  readonly batchId?: BatchId
  readonly campaignId?: CampaignId
}

/** JSON that lies inside the PDF. */
export type AttachedJson = { readonly name: string; readonly json: unknown }

/** A row of the table of papers: everything of a kind that anybody asks. */
export type Paper<Facts extends DocumentFrame> = {
  readonly kind: PaperKind
  /** The clause it carries out; `null`: a work rule. */
  readonly basis: ClauseRef | null
  /**
   * What it is made of: one dossier, several, a batch, a campaign, the whole desk, a round of countersigning, records,
   * or a refused file.
   */
  readonly scope: 'dossier' | 'dossiers' | 'batch' | 'campaign' | 'desk' | 'round' | 'records' | 'refusal'
  /** What people type, in the order of the form. */
  readonly inputs: readonly DocumentInputId[]
  /**
   * Whether its final copy bears the code that leads from paper to the register: every paper does that is registered.
   * One that is not is not signed either.
   */
  readonly hasCode: boolean
  readonly about: (facts: Facts) => PaperAbout
  /** Of its files, without ending; a file system's wishes are met by whoever writes them. */
  readonly baseName: (facts: Facts, subject: DocumentSubject) => string
  readonly attachments: (facts: Facts, subject: DocumentSubject) => readonly AttachedJson[]
  readonly compose: (facts: Facts, typed: Typed, subjectId: string) => Composed
  /** The same with its words still open, where an office may change them. */
  readonly letter: ((facts: Facts, typed: Typed, subjectId: string) => OpenLetter) | null
}

/** Nothing lies inside the PDF. */
export const nothingAttached = (): readonly AttachedJson[] => []

/** Words that no office changes. */
export const asComposed = <Asked extends readonly unknown[]>(compose: (...asked: Asked) => Composed) => ({
  compose,
  letter: null,
})

/** Both ways of a letter: in its built-in words, and with its words open. */
export const asLetter = <Asked extends readonly unknown[]>(letter: (...asked: Asked) => OpenLetter) => ({
  letter,
  compose: (...asked: Asked): Composed => composeLetter(letter(...asked)),
})

/** The template whose words a letter has. */
export type UsedTemplate = { readonly sha256: string; readonly version: number; readonly fileName: string }

/** Sets a letter in an office's words; `template` is `null` where they are the built-in ones. */
export type SetLetter = (
  letter: Letter,
) => Promise<{ readonly model: DocumentModel; readonly template: UsedTemplate | null }>

export const inBuiltInWords: SetLetter = (letter) =>
  Promise.resolve({ model: letter.set(builtInText(letter)), template: null })

/** A paper that is ready to be set, written and registered. */
export type MadePaper = {
  readonly kind: PaperKind
  readonly about: PaperAbout
  readonly baseName: string
  readonly model: DocumentModel
  readonly attachments: readonly AttachedJson[]
  readonly template: UsedTemplate | null
  /** A final copy that has its line in the register: signed, and recorded when it is written. A draft is neither. */
  readonly isRegistered: boolean
}

export type Order<Facts> = { readonly facts: Facts; readonly typed: Typed; readonly subject: DocumentSubject }

/**
 * The paper, complete with its code, or everything that it lacks; on a final copy about a real alliance also names of
 * nobody.
 */
export async function makePaper<Facts extends DocumentFrame>(
  paper: Paper<Facts>,
  order: Order<Facts>,
  setLetter: SetLetter,
): Promise<Result<MadePaper, MissingValues>> {
  const { facts, typed, subject } = order
  if (paper.letter === null) {
    const composed = withRealNames(paper.compose(facts, typed, subject.id), facts, typed)
    return composed.ok ? ok(finishPaper(paper, order, composed.value)) : composed
  }
  const letter = paper.letter(facts, typed, subject.id)
  if (!letter.ok) return letter
  const { model, template } = await setLetter(letter.value)
  const set = withRealNames(ok(model), facts, typed)
  return set.ok ? ok(finishPaper(paper, order, set.value, template)) : set
}

/** What goes with a model that is complete. */
export function finishPaper<Facts extends DocumentFrame>(
  paper: Paper<Facts>,
  { facts, subject }: Omit<Order<Facts>, 'typed'>,
  model: DocumentModel,
  template: UsedTemplate | null = null,
): MadePaper {
  const isRegistered = paper.hasCode && model.draft === undefined
  return {
    kind: paper.kind,
    about: paper.about(facts),
    baseName: paper.baseName(facts, subject),
    model: isRegistered ? withPaperCode(model) : model,
    attachments: paper.attachments(facts, subject),
    template,
    isRegistered,
  }
}

/** Parts of a name that say something, e.g. `个人评审意见表-王示例-示例联盟`. */
export const joinedName = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('-')
