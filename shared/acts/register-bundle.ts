import type { Action, Payload } from '../records/payloads'

/** A bundle that was written and read back, and for whom. */
export type WrittenBundle = Pick<
  Payload<'bundle.exported'>,
  'bundleId' | 'kind' | 'to' | 'dossierIds' | 'expertId' | 'file' | 'onlyCommitments'
>

/** The line of a written bundle in the register. Pure. */
export const registerBundle = (written: WrittenBundle): readonly Action[] => [
  { type: 'bundle.exported', payload: { ...written, dossierIds: [...written.dossierIds] } },
]
