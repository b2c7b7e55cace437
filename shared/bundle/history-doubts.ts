import type { Payload } from '../records/payloads'
import type { ImportingDesk, IncomingBundle } from './incoming'

/** A chain that a bundle shows otherwise than this desk holds it. */
export type HistoryDoubt = Pick<Payload<'history.doubted'>, 'kind' | 'author' | 'held' | 'shown'>

/** Another story found while the records were looked through. */
export type FoundFork = { readonly author: string; readonly seq: number; readonly id: string }

/**
 * Holds what a bundle says of chains against what this desk holds and what earlier bundles said: heads of every chain
 * the sender knows, and the trail of its own. At most one doubt per chain and kind. rewritten: another record stands
 * under a number; shortened: the sender's own chain ends before what it wrote earlier, by its own clock (an older
 * bundle that comes late is no doubt); went-back: others hold more of this desk's chain than it does.
 */
export function doubtHistory(
  bundle: Pick<IncomingBundle, 'from' | 'createdAt' | 'checkpoints' | 'trail'>,
  desk: Pick<ImportingDesk, 'keyId' | 'idAt' | 'lastOf' | 'state'>,
  forks: readonly FoundFork[],
): readonly HistoryDoubt[] {
  const remembered = rememberedHeads(desk)
  const idAt = (author: string, seq: number) => desk.idAt(author, seq) ?? remembered.get(`${author}/${seq}`) ?? null
  const doubts = new Map<string, HistoryDoubt>()
  const doubt = (
    kind: HistoryDoubt['kind'],
    author: string,
    held: HistoryDoubt['held'],
    shown: HistoryDoubt['shown'],
  ) => {
    const key = `${kind}/${author}`
    const present = doubts.get(key)
    if (present !== undefined && present.shown.seq <= shown.seq) return
    doubts.set(key, { kind, author: author as HistoryDoubt['author'], held, shown })
  }
  for (const { author, seq, id } of forks) {
    doubt('rewritten', author, { seq, id: desk.idAt(author, seq) }, { seq, id })
  }
  for (const { author, seq, id } of bundle.checkpoints) {
    const held = idAt(author, seq)
    if (held !== null && held !== id) doubt('rewritten', author, { seq, id: held }, { seq, id })
    const last = desk.lastOf(author)
    if (author === desk.keyId && (last?.seq ?? 0) < seq) {
      doubt('went-back', author, { seq: last?.seq ?? 0, id: last?.id ?? null }, { seq, id })
    }
  }
  const sender = bundle.from.keyId
  for (const [index, shown] of (bundle.trail?.ids ?? []).entries()) {
    const seq = (bundle.trail?.from ?? 1) + index
    const held = idAt(sender, seq)
    if (held === null || shown === '-' || held.startsWith(shown)) continue
    doubt('rewritten', sender, { seq, id: held }, { seq, id: shown })
    break
  }
  const own = bundle.checkpoints.find(({ author }) => author === sender)
  const last = desk.lastOf(sender)
  if (own !== undefined && last !== null && sender !== desk.keyId && own.seq < last.seq && last.at < bundle.createdAt) {
    doubt('shortened', sender, { seq: last.seq, id: last.id }, { seq: own.seq, id: own.id })
  }
  return [...doubts.values()]
}

/** Whether this desk has kept this very doubt already. */
export const isKnownDoubt = (doubt: HistoryDoubt, { state }: Pick<ImportingDesk, 'state'>): boolean =>
  [...state.historyDoubts.values()].some(
    ({ value }) => value.kind === doubt.kind && value.author === doubt.author && value.shown.id === doubt.shown.id,
  )

/** Heads that earlier bundles showed, by author and number: receipts of records that are not here. */
function rememberedHeads({ state }: Pick<ImportingDesk, 'state'>): ReadonlyMap<string, string> {
  const heads = [...state.bundleImports.values()].flatMap(({ value }) => value.heads)
  return new Map(heads.map(({ author, seq, id }) => [`${author}/${seq}`, id]))
}
