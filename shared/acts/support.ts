import { calendarDateSchema, type CalendarDate } from '../domain/date'
import type { DossierId } from '../domain/ids'
import type { Proceedings } from '../domain/proceedings'
import { daysAsPilot, supportKinds, supportSchema, type Support, type SupportKind } from '../domain/support'
import { err, ok } from '../lib/result'
import { parseYuan, yuanDigits } from '../lib/yuan'
import { gapAt, type Decided, type Gap } from './act'
import { numberGaps } from './typed-numbers'

/** A line of the register of support while it is typed. */
export type SupportDraft = {
  readonly dossierId: string | null
  readonly kind: string | null
  readonly on: string | null
  readonly basis: string
  /** 元, as typed; empty: no money. */
  readonly amount: string
  readonly document: string
  readonly recipient: string
  readonly note: string
}

export const emptySupport: SupportDraft = {
  dossierId: null,
  kind: null,
  on: null,
  basis: '',
  amount: '',
  document: '',
  recipient: '',
  note: '',
}

/** A line as a form shows it. */
export const supportDraftOf = (
  dossierId: string,
  { kind, on, basis, amountFen, document, recipient, note }: Support,
) => ({
  ...{ dossierId, kind, on, basis, document, recipient, note },
  amount: amountFen === null ? '' : yuanDigits(amountFen),
})

/** A pilot that may be given support: its name and its terms. */
export type Supported = {
  readonly dossierId: DossierId
  readonly name: string
  readonly life: Pick<Proceedings, 'pilotTerm' | 'earlierTerms' | 'revocation'>
}

const isKind = (kind: string | null): kind is SupportKind => supportKinds.some((one) => one === kind)
const longest = { basis: 20_000, document: 300, recipient: 300, note: 20_000 } as const

/**
 * Everything that keeps a measure off the register, by field. Art. 20-27 speak of pilots: a day on which the alliance
 * was none is refused and its terms are named. Pure.
 */
export function supportGaps(draft: SupportDraft, supported: readonly Supported[], today: CalendarDate): readonly Gap[] {
  const of = supported.find(({ dossierId }) => dossierId === draft.dossierId)
  const on = calendarDateSchema.safeParse(draft.on)
  const spans = of === undefined ? [] : daysAsPilot(of.life)
  return [
    ...(of === undefined ? [gapAt('dossierId', 'needed')] : []),
    ...(isKind(draft.kind) ? [] : [gapAt('kind', 'needed')]),
    ...(on.success ? [] : [gapAt('on', draft.on === null ? 'needed' : 'need-date')]),
    ...(['basis', 'recipient'] as const).flatMap((key) => (draft[key].trim() === '' ? [gapAt(key, 'needed')] : [])),
    ...(Object.keys(longest) as (keyof typeof longest)[]).flatMap((key) =>
      draft[key].trim().length > longest[key] ? [gapAt(key, 'too-long', { most: longest[key] })] : [],
    ),
    ...(draft.amount.trim() === '' || parseYuan(draft.amount) !== null ? [] : [gapAt('amount', 'no-yuan')]),
    ...(on.success && on.data > today ? [gapAt('on', 'support-to-come', { on: on.data })] : []),
    ...(of === undefined || !on.success || spans.some(({ from, to }) => from <= on.data && on.data <= to)
      ? []
      : spans.length === 0
        ? [gapAt('dossierId', 'support-no-pilot', { name: of.name })]
        : [gapAt('on', 'support-outside', { on: on.data, name: of.name, terms: spansInWords(spans) })]),
    ...numberGaps('document', draft.document, on.data ?? null),
  ]
}

const spansInWords = (spans: readonly { readonly from: string; readonly to: string }[]): string =>
  spans.map(({ from, to }) => `${from}—${to}`).join('、')

/** Puts one measure on the register, or a corrected line of it. Gaps: `supportGaps`. Pure. */
export function registerSupport(
  draft: SupportDraft,
  supported: readonly Supported[],
  { today, id }: { readonly today: CalendarDate; readonly id: string },
): Decided {
  const gaps = supportGaps(draft, supported, today)
  const of = supported.find(({ dossierId }) => dossierId === draft.dossierId)
  if (gaps.length > 0 || of === undefined) return err(gaps)
  const support = supportSchema.parse({
    id,
    kind: draft.kind,
    on: draft.on,
    basis: draft.basis.trim(),
    amountFen: draft.amount.trim() === '' ? null : parseYuan(draft.amount),
    document: draft.document.trim(),
    recipient: draft.recipient.trim(),
    note: draft.note.trim(),
  })
  return ok([{ type: 'support.saved', payload: { dossierId: of.dossierId, support } }])
}

/** Strikes a line off: it stays readable and counts for nothing. Gaps: no reason, struck already. Pure. */
export function strikeSupport(dossierId: DossierId, support: Support, reason: string): Decided {
  if (support.struck !== undefined) return err([gapAt(null, 'not-offered')])
  if (reason.trim() === '') return err([gapAt('reason', 'needed')])
  return ok([
    {
      type: 'support.saved',
      payload: { dossierId, support: supportSchema.parse({ ...support, struck: reason.trim() }) },
    },
  ])
}
