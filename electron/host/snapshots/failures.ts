import type { WordedCode } from '../lib/failure'

/** What is said of snapshots, and of what was brought back from one. */
export const snapshotFailures = [
  'snapshot.can-restore',
  'snapshot.journal-shorter',
  'snapshot.none',
  'snapshot.fuller-kept',
  'snapshot.file-restored',
  'snapshot.failed',
  'snapshot.no-space',
  'drafts.brought-back',
  'settings.reset',
  'attachment.lost',
] as const satisfies readonly WordedCode[]
