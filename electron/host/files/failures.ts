import type { WordedCode } from '../lib/failure'

/** Why a file or folder could not be written or read. */
export const fileFailures = [
  'file.read-back',
  'file.bad-name',
  'folder.missing',
  'folder.not-a-folder',
  'exchange.target-link',
  'exchange.target-folder',
  'exchange.too-many',
] as const satisfies readonly WordedCode[]
