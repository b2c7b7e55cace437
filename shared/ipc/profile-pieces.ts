/** What a profile consists of, as far as a person is told of it. */
export const pieceNames = [
  'root',
  'profile',
  'keys',
  'journal',
  'drafts',
  'settings',
  'wait',
  'attachments',
  'staging',
  'locks',
  'snapshots',
  'aside',
] as const

/** What may be wrong with a piece. */
export const pieceProblems = ['unreadable', 'read-only', 'no-folder', 'no-file', 'dead-link', 'disk-read-only'] as const

export type PieceName = (typeof pieceNames)[number]
export type PieceProblem = (typeof pieceProblems)[number]
