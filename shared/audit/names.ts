import type { DeskStatement } from '../records/payloads'
import type { JournalRecord } from '../records/record'

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
    switch (type) {
      case 'dossier.saved':
        dossiers.set(payload.dossierId, payload.content.alliance.name)
        break
      case 'expert.saved':
        byId.set(payload.id, payload.name)
        break
      case 'panel.saved':
        byId.set(payload.id, payload.title)
        for (const expert of payload.experts) byId.set(expert.id, expert.name)
        break
      case 'batch.saved':
        if (payload.notice.docNo !== '') byId.set(payload.id, payload.notice.docNo)
        break
      case 'settings.saved':
        for (const division of payload.divisions) byId.set(division.id, division.name)
        break
      default:
    }
  }
  for (const [id, name] of dossiers) byId.set(id, name)
  const desks = new Map(statements.map(({ keyId, name, unit, role }) => [keyId as string, { name, unit, role }]))
  for (const [keyId, { name, unit }] of desks) byId.set(keyId, `${name}（${unit}）`)
  return { byId, desks, dossiers }
}
