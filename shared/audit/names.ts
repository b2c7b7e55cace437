import type { DeskStatement } from '../records/payloads'
import type { JournalRecord } from '../records/record'
import { kindOf } from '../records/record-kinds'

/** Names of what records speak of by id: dossiers, experts, panels, batches, divisions, desks. */
export type AuditNames = {
  readonly byId: ReadonlyMap<string, string>
  /** Of desks, by key id: the newest statement. */
  readonly desks: ReadonlyMap<string, Pick<DeskStatement, 'name' | 'unit' | 'role'>>
  readonly dossiers: ReadonlyMap<string, string>
}

/** The newest names that records give, in their order. */
export function namesIn(records: readonly JournalRecord[], statements: readonly DeskStatement[]): AuditNames {
  const byId = new Map<string, string>()
  const dossiers = new Map<string, string>()
  for (const { type, payload } of records) {
    const named = kindOf(type).names?.(payload) ?? []
    for (const [id, name] of named) (type === 'dossier.saved' ? dossiers : byId).set(id, name)
  }
  for (const [id, name] of dossiers) byId.set(id, name)
  const desks = new Map(statements.map(({ keyId, name, unit, role }) => [keyId as string, { name, unit, role }]))
  for (const [keyId, { name, unit }] of desks) byId.set(keyId, `${name}（${unit}）`)
  return { byId, desks, dossiers }
}
