import type { DossierContent, Material, MaterialCode } from '../domain/dossier'
import { criterionIds, type CriterionId, type EvidencePin } from '../domain/judgement'
import { canonicalJson } from '../lib/canonical-json'
import { editsBetween } from '../lib/edits'
import type { CheckResult } from '../regulation/check-dossier'
import { itemsBy, type About, type OpinionDraft } from './expert-opinion'

/** What became of one file of a dossier. */
export type FileChange =
  | { readonly kind: 'new'; readonly before: null; readonly after: Material }
  | { readonly kind: 'replaced'; readonly before: Material; readonly after: Material }
  | { readonly kind: 'gone'; readonly before: Material; readonly after: null }

/**
 * Files by their bytes, then by their place in the dossier, then by their kind where one is left of it on either side.
 * What has the same bytes has not changed, whatever it is called. Pure.
 */
export function fileChanges(before: readonly Material[], after: readonly Material[]): readonly FileChange[] {
  const [old, fresh] = [without(before, after), without(after, before)]
  const pairs = new Map<Material, Material>()
  const pair = (alike: (a: Material, b: Material) => boolean) => {
    const open = (list: readonly Material[], taken: readonly Material[]) => list.filter((item) => !taken.includes(item))
    for (const left of open(old, [...pairs.keys()])) {
      const found = open(fresh, [...pairs.values()]).filter((right) => alike(left, right))
      const rivals = open(old, [...pairs.keys()]).filter((other) => found.some((right) => alike(other, right)))
      const [right] = found
      if (right !== undefined && found.length === 1 && rivals.length === 1) pairs.set(left, right)
    }
  }
  pair((a, b) => a.id === b.id)
  pair((a, b) => a.code === b.code && a.title === b.title)
  pair((a, b) => a.code === b.code && a.code !== 'other')
  const replacing = new Set(pairs.values())
  return [
    ...old.map((item): FileChange => {
      const now = pairs.get(item)
      return now === undefined
        ? { kind: 'gone', before: item, after: null }
        : { kind: 'replaced', before: item, after: now }
    }),
    ...fresh
      .filter((item) => !replacing.has(item))
      .map((item): FileChange => ({ kind: 'new', before: null, after: item })),
  ]
}

const without = (list: readonly Material[], other: readonly Material[]): readonly Material[] =>
  list.filter(({ sha256 }) => !other.some((item) => item.sha256 === sha256))

/** The papers that a criterion judges as such (Art. 9, Art. 12); others count where a pin lies on them. */
const papersOf: Readonly<Record<CriterionId, readonly MaterialCode[]>> = {
  'C12-1': ['agreement', 'proxy'],
  'C12-2': ['agreement'],
  'C9-1': ['business-licences'],
  'C9-2': ['agreement'],
  'C9-3': ['funds-rule', 'government-accounting'],
  'C9-4': ['funds-proof'],
  'C9-5': ['strategy-plan'],
}

/** What of a dossier's facts a criterion is about. */
function subjectOf(id: CriterionId, { agreement, members, tasks, funds, plan }: DossierContent): unknown {
  const { clauses } = agreement
  switch (id) {
    case 'C12-1':
      return [
        agreement.signatures,
        agreement.signedOn,
        members.map(({ unitId, fullName, legalRepresentatives, leftOn }) => [
          unitId,
          fullName,
          legalRepresentatives,
          leftOn,
        ]),
      ]
    case 'C12-2':
      return [
        tasks,
        clauses.goals,
        clauses.division,
        members.map(({ unitId, fullName, leftOn }) => [unitId, fullName, leftOn]),
      ]
    case 'C9-1':
      return members.map(({ unitId, fullName, kind, independentLegalPerson, parentUnit, leading, role, leftOn }) => [
        unitId,
        fullName,
        kind,
        independentLegalPerson,
        parentUnit,
        leading,
        role,
        leftOn,
      ])
    case 'C9-2':
      return [
        agreement.liableBody,
        clauses.liableBody,
        clauses.authorityScope,
        clauses.authorityProcedure,
        clauses.liabilitySharing,
      ]
    case 'C9-3':
      return [funds.rule, funds.managingUnitId, funds.supervision, funds.governmentAccounting, clauses.fundsBreach]
    case 'C9-4':
      return [funds.injections, funds.operationStartedOn]
    case 'C9-5':
      return plan
  }
}

/** A version as it is judged: what it says, and what the rules find in it. */
export type JudgedContent = { readonly content: DossierContent; readonly results: readonly CheckResult[] }

/** Why a criterion has to be looked at again. */
export type Touch = {
  /** Of the papers that it judges. */
  readonly files: readonly FileChange[]
  /** Facts that it is about say otherwise. */
  readonly facts: boolean
  readonly pins: readonly { readonly pin: EvidencePin; readonly standing: PinStanding }[]
}

/** Where a pin stands in the present files. `isSame`: nothing on its page says otherwise. */
export type PinStanding =
  | { readonly kind: 'present' }
  | { readonly kind: 'found'; readonly pin: EvidencePin; readonly isSame: boolean }
  | { readonly kind: 'changed' }
  | { readonly kind: 'gone' }

/** The texts of the pages of a file, folded as for searching; `null` where it cannot be read. */
export type FoldedPages = (sha256: string) => readonly string[] | null

/**
 * Looks a pin up by its words in the file that replaces its own: on its page, or on the one other page that has them.
 * A pin without words (a page, a picture) can be looked up by eye alone. Pure.
 */
export function standingOf(
  pin: EvidencePin,
  present: readonly Material[],
  changes: readonly FileChange[],
  pages: FoldedPages,
  fold: (words: string) => string,
): PinStanding {
  if (present.some(({ sha256 }) => sha256 === pin.sha256)) return { kind: 'present' }
  const change = changes.find(({ before }) => before?.sha256 === pin.sha256)
  const file = change?.after ?? null
  if (file === null) return { kind: 'gone' }
  const [words, before, after] = [fold(pin.quote), pages(pin.sha256), pages(file.sha256)]
  if (words === '' || after === null) return { kind: 'changed' }
  const found = after.flatMap((text, index) => (text.includes(words) ? [index + 1] : []))
  const page = found.includes(pin.page) ? pin.page : found.length === 1 ? found[0] : undefined
  if (page === undefined) return { kind: 'changed' }
  const isSamePage = before?.[pin.page - 1] === after[page - 1]
  const { id: materialId, title: materialTitle, sha256 } = file
  return {
    kind: 'found',
    pin: { ...pin, materialId, materialTitle, sha256, page, region: isSamePage ? pin.region : null },
    isSame: isSamePage && page === pin.page,
  }
}

/**
 * The criteria that a supplement touches: by a paper or a fact that they judge, or by a pin whose page does not say the
 * same. Others are not among them. Where the version before is not at hand, all of them are. Pure.
 */
export function touchesOf(
  before: JudgedContent | null,
  after: JudgedContent,
  draft: Pick<OpinionDraft, 'items'>,
  pages: FoldedPages,
  fold: (words: string) => string,
): ReadonlyMap<CriterionId, Touch> {
  const changes = before === null ? [] : fileChanges(before.content.materials, after.content.materials)
  const touches = new Map<CriterionId, Touch>()
  for (const id of criterionIds) {
    const files = changes.filter((change) => papersOf[id].includes((change.after ?? change.before).code))
    const facts =
      before === null ||
      told(subjectOf(id, before.content)) !== told(subjectOf(id, after.content)) ||
      foundBy(id, before) !== foundBy(id, after)
    const pins = draft.items[id].evidence.map((pin) => ({
      pin,
      standing: standingOf(pin, after.content.materials, changes, pages, fold),
    }))
    const isMoved = pins.some(
      ({ standing }) => !(standing.kind === 'present' || (standing.kind === 'found' && standing.isSame)),
    )
    if (files.length > 0 || facts || isMoved) touches.set(id, { files, facts, pins })
  }
  return touches
}

/** To be held against another; what is not there is as good as null. */
const told = (value: unknown): string => canonicalJson(JSON.parse(JSON.stringify(value)))

/** What the rules found for a criterion; not who judged what of it. */
const foundBy = (id: CriterionId, { results }: JudgedContent): string =>
  told(
    results.filter(({ criterionIds: ids }) => ids.includes(id)).map(({ ruleId, evidence }) => ({ ruleId, evidence })),
  )

/**
 * Goes on with the present version: what it touches waits to be looked at again, and pins that were found lie on the
 * present files. What was typed stays. Pure.
 */
export function goOnWith(
  draft: OpinionDraft,
  about: About,
  touches: ReadonlyMap<CriterionId, Touch>,
  standing: (pin: EvidencePin) => PinStanding,
): OpinionDraft {
  const { dossierHash, dossierVersion } = draft
  return {
    ...draft,
    ...about,
    items: itemsBy((id) => {
      const item = draft.items[id]
      const evidence = item.evidence.map((pin) => {
        const found = standing(pin)
        return found.kind === 'found' ? found.pin : pin
      })
      const isJudged = item.verdict !== null || item.reason.trim() !== '' || item.evidence.length > 0
      const looked = item.looked ?? (isJudged && touches.has(id) ? { dossierHash, dossierVersion } : undefined)
      return { ...item, evidence, looked }
    }),
  }
}

/** A page that differs, by its number in either file; `null` where the other has none for it. */
export type PageChange = { readonly before: number | null; readonly after: number | null }

/**
 * The pages of two files that do not say the same; a page that only moved is none. A page without words is never the
 * same as another: nobody but a person can tell. Pure.
 */
export function pageChanges(before: readonly string[], after: readonly string[]): readonly PageChange[] {
  const named = (pages: readonly string[], side: string) =>
    pages.map((text, index) => (text === '' ? `${side}/${index}` : `=${text}`))
  const changes: PageChange[] = []
  let [gone, come]: [number[], number[]] = [[], []]
  const settle = () => {
    for (let at = 0; at < Math.max(gone.length, come.length); at += 1) {
      changes.push({ before: gone[at] ?? null, after: come[at] ?? null })
    }
    ;[gone, come] = [[], []]
  }
  for (const edit of editsBetween(named(before, 'before'), named(after, 'after'))) {
    if (edit.kind === 'same') settle()
    else if (edit.kind === 'removed') gone.push(edit.from + 1)
    else come.push(edit.to + 1)
  }
  settle()
  return changes
}
