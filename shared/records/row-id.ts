import { countersignatureIdOf, roundIdOf } from '../domain/countersign'
import { opinionSlotOf } from '../domain/opinion-commitment'
import type { Payload, RecordType } from './payloads'

/** A kind of record with what it carries. */
export type Spoken = { [T in RecordType]: { readonly type: T; readonly payload: Payload<T> } }[RecordType]

/** The row that a record writes within its table. */
export function rowId(record: { readonly id: string } & Spoken): string {
  switch (record.type) {
    case 'desk.introduced':
    case 'key.confirmed':
      return record.payload.keyId
    case 'settings.saved':
      return 'office'
    case 'calendar.saved':
      return String(record.payload.year)
    case 'dossier.saved':
      return `${record.payload.dossierId}@${record.payload.version}`
    case 'status.set':
    case 'filing.decided':
    case 'consultation.recorded':
    case 'pilot-term.set':
    case 'revocation.recorded':
      return record.payload.dossierId
    case 'rule.judged':
    case 'rule.overridden':
      return `${record.payload.dossierId}/${record.payload.ruleId}`
    case 'division-opinion.sealed':
      return `${record.payload.dossierId}/${record.payload.opinion.kind}/${record.payload.opinion.divisionId}`
    case 'expert.saved':
    case 'panel.saved':
    case 'batch.saved':
    case 'revocation.registered':
      return record.payload.id
    case 'assignment.issued':
      return `${record.payload.panelId}/${record.payload.expertId}`
    case 'lock.settled':
      return record.payload.lockId
    case 'dossier.locked':
    case 'recusal.declared':
    case 'recusal.decided':
      return `${record.payload.panelId}/${record.payload.dossierId}/${record.payload.expertId}`
    case 'opinion.sealed':
      return opinionSlotOf({ ...record.payload, opinionVersion: record.payload.version })
    case 'opinion.salted':
      return opinionSlotOf(record.payload)
    // Every commitment and every opening stays: two that differ are told, none takes the other's place.
    case 'opinion.committed':
    case 'opinions.revealed':
    case 'opinion.returned':
      return record.id
    case 'panel-opinion.sealed':
      return `${record.payload.dossierId}@${record.payload.version}`
    case 'countersign.opened':
    case 'countersign.closed':
      return roundIdOf(record.payload)
    case 'panel-opinion.signed':
      return countersignatureIdOf(record.payload)
    case 'review.confirmed':
      return `${record.payload.dossierId}@${record.payload.confirmation.dossierVersion}`
    case 'annual-report.saved':
      return `${record.payload.dossierId}/${record.payload.report.year}`
    case 'change.saved':
      return `${record.payload.dossierId}/${record.payload.change.id}`
    case 'evaluation.saved':
      return `${record.payload.dossierId}/${record.payload.cycle}`
    case 'bundle.exported':
    case 'bundle.imported':
      return record.payload.bundleId
    case 'import.undone':
      return record.payload.bundleId
    case 'document.exported':
    case 'template.saved':
    case 'conflict.resolved':
    case 'history.doubted':
      return record.id
  }
}
