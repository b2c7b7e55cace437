import type { DossierId } from '@shared/domain/ids'
import type { RuleId } from '@shared/domain/rule-ids'

type Place = { readonly kind: 'tab' | 'intake' | 'page'; readonly to: string }

/** Where what a rule misses is put right. */
const places: Partial<Readonly<Record<RuleId, Place>>> = {
  'R05-1': { kind: 'intake', to: 'agreement' },
  'R05-2': { kind: 'tab', to: 'checks' },
  'R07-1': { kind: 'intake', to: 'materials' },
  'R07-2': { kind: 'intake', to: 'materials' },
  'R07-3': { kind: 'intake', to: 'materials' },
  'R08-1': { kind: 'intake', to: 'alliance' },
  'R08-2': { kind: 'intake', to: 'alliance' },
  'R08-3': { kind: 'intake', to: 'alliance' },
  'R10-1': { kind: 'tab', to: 'opinions' },
  'R11-0': { kind: 'tab', to: 'opinions' },
  'R12-0a': { kind: 'tab', to: 'opinions' },
  'R12-0b': { kind: 'page', to: '/panels' },
  'R12-3': { kind: 'tab', to: 'checks' },
  'R12-4': { kind: 'tab', to: 'opinions' },
  'R13-1': { kind: 'page', to: '/consultation' },
  'R14-1': { kind: 'page', to: '/batches' },
  'R19-6': { kind: 'tab', to: 'checks' },
}

/** The address at which a blocked act can be helped on. */
export function placeOf(ruleId: RuleId, dossierId: DossierId): string {
  const place = places[ruleId] ?? { kind: 'tab', to: 'checks' }
  if (place.kind === 'page') return place.to
  return place.kind === 'intake' ? `/intake/${dossierId}?part=${place.to}` : `/dossiers/${dossierId}?tab=${place.to}`
}
