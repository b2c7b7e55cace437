import { z } from 'zod'
import { dossierIdSchema, nameSchema } from '../domain/ids'
import { visibleText } from '../lib/visible-text'
import type { NotUnderstood } from '../records/not-understood'
import { isOfNewerVersion, type RecordEnvelope } from '../records/record'
import type { BundleRecord, IncomingBundle } from './incoming'

type Incoming = Pick<IncomingBundle, 'newer' | 'records'>

/** The most lines of one list. */
const mostListed = 40

/** The most names in one sentence, the most members of one of them, and how long one may be. */
const mostNamed = 6
const mostMembers = 3
const longestName = 40

const isNewer = (incoming: BundleRecord): boolean =>
  incoming.kind === 'not-understood' && isOfNewerVersion({ kind: incoming.reason })

/**
 * Whether a bundle may be looked at only: it says that a newer minor version wrote it, or holds a record that only a
 * newer one understands. Nothing of it is taken in then (docs/adr/0014): the rest may mean something else beside what
 * is not understood.
 */
export const isReadOnly = ({ newer, records }: Incoming): boolean => newer !== null || records.some(isNewer)

/** What of a bundle this version does not understand; null if it may be taken in. */
export function listNotUnderstood(
  bundle: Incoming,
  nameOf: { readonly author: (keyId: string) => string; readonly dossier: (id: string) => string },
): NotUnderstood | null {
  if (!isReadOnly(bundle)) return null
  const groups = new Map<string, NotUnderstood['records'][number]>()
  let recordCount = 0
  for (const incoming of bundle.records) {
    // In a format of this version a content of a wrong shape is wrong, not newer.
    if (incoming.kind !== 'not-understood' || (bundle.newer === null && !isNewer(incoming))) continue
    recordCount += 1
    const { envelope, reason, fields } = incoming
    const dossierId = dossierOf(envelope)
    const key = [envelope.type, reason, envelope.v, envelope.author, dossierId].join('/')
    const present = groups.get(key)
    groups.set(key, {
      type: shown(envelope.type),
      reason,
      v: envelope.v,
      count: (present?.count ?? 0) + 1,
      author: nameOf.author(envelope.author),
      dossier: dossierId === null ? null : nameOf.dossier(dossierId) || dossierId.slice(0, 8),
      fields: [...new Set([...(present?.fields ?? []), ...fields.map(shown)])].sort().slice(0, mostListed),
    })
  }
  const fields = bundle.newer?.fields ?? []
  const entries = bundle.newer?.entries ?? []
  const lists = [fields, entries, [...groups]]
  return {
    format: bundle.newer?.format ?? null,
    fields: fields.slice(0, mostListed).map(shown),
    entries: entries.slice(0, mostListed).map(shown),
    records: [...groups.values()].slice(0, mostListed),
    recordCount,
    leftOut: lists.reduce((sum, list) => sum + Math.max(0, list.length - mostListed), 0),
  }
}

/** The dossier that a record speaks of, as far as that can be told without understanding it. */
export function dossierOf({ payload }: Pick<RecordEnvelope, 'payload'>): string | null {
  const parsed = dossierIdSchema.safeParse(payload['dossierId'])
  return parsed.success ? parsed.data : null
}

const namedVersion = z.looseObject({
  version: z.int().min(1),
  content: z.looseObject({ alliance: z.looseObject({ name: nameSchema }) }),
})

/** Name and version in a version of a dossier that is not understood otherwise; null if there are none. */
export function namesIn({ type, payload }: Pick<RecordEnvelope, 'type' | 'payload'>) {
  const parsed = type === 'dossier.saved' ? namedVersion.safeParse(payload) : null
  return parsed?.success === true ? { name: parsed.data.content.alliance.name, version: parsed.data.version } : null
}

/** Somebody else's word as it may be shown. */
const shown = (text: string): string => visibleText(text.slice(0, 80))

/** The same in names alone, for a sentence in any language. */
export function shortList({ fields, entries, records, leftOut }: NotUnderstood): string {
  const kinds = new Map<string, number>()
  for (const { type, reason, v, count, fields: members } of records) {
    const name =
      reason === 'unknown-fields'
        ? `${cut(type)} (${firstOf(members.map(cut), mostMembers, 0).join(', ')})`
        : reason === 'newer-version'
          ? `${cut(type)} v${v}`
          : cut(type)
    kinds.set(name, (kinds.get(name) ?? 0) + count)
  }
  const names = [...[...kinds].map(([name, count]) => `${name} × ${count}`), ...[...fields, ...entries].map(cut)]
  return firstOf(names, mostNamed, leftOut).join('; ') || '-'
}

const cut = (name: string): string => (name.length <= longestName ? name : `${name.slice(0, longestName - 1)}…`)

/** The first of some names, and how many more there are. */
function firstOf(names: readonly string[], most: number, leftOut: number): readonly string[] {
  const more = Math.max(0, names.length - most) + leftOut
  return [...names.slice(0, most), ...(more > 0 ? [`+ ${more}`] : [])]
}
