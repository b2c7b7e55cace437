import { inBundleOrder, summariseRecords } from '@shared/bundle/manifest'
import { canonicalJson } from '@shared/lib/canonical-json'
import { recordEnvelopeSchema } from '@shared/records/record'
import type { Breach, ReadLine, SeenHead } from '@shared/audit/chain-walk'
import type { SealedParts } from '../bundles/read-bundle'
import type { AuditSource } from './audit-trail'

/** The records of a bundle whose sender's signature holds, with what the sender signed of them. */
export function bundleSource({ manifest, statements, recordFiles }: SealedParts): AuditSource {
  let number = 0
  const lines = recordFiles.flatMap(({ path, values }) =>
    values.map((value, index): ReadLine => {
      number += 1
      return { kind: 'record', value, place: { number, file: path, line: index + 1 }, isApart: false }
    }),
  )
  const { trail, checkpoints = [], from, records } = manifest
  const trailHeads = (trail?.ids ?? []).flatMap((id, index): SeenHead[] =>
    id === '-' ? [] : [{ author: from.keyId, seq: (trail?.from ?? 1) + index, id, wasHeld: false }],
  )
  return {
    lines,
    statements,
    readerKeyId: null,
    tornBytes: 0,
    // A bundle brings what concerns its receiver: numbers may be missing.
    wholeChains: new Set(),
    seen: [
      ...records.heads.map((head) => ({ ...head, wasHeld: true })),
      ...checkpoints.map((head) => ({ ...head, wasHeld: false })),
      ...trailHeads,
    ],
    also: summaryBreach(lines, records),
  }
}

function summaryBreach(lines: readonly ReadLine[], stated: SealedParts['manifest']['records']): Breach[] {
  const envelopes = lines.flatMap((line) => {
    const parsed = line.kind === 'record' ? recordEnvelopeSchema.safeParse(line.value) : null
    return parsed?.success === true ? [parsed.data] : []
  })
  if (canonicalJson(summariseRecords(inBundleOrder(envelopes))) === canonicalJson(stated)) return []
  return [{ kind: 'summary', author: null, seq: null, recordId: null, place: null, detail: String(stated.count) }]
}
