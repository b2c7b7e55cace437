import { pieceNames, pieceProblems, type PieceName, type PieceProblem } from '@shared/ipc/profile-pieces'
import type { WordedCode } from '../lib/failure'

/** What is wrong with one piece of a profile. */
type PieceFailure = `piece.${PieceProblem}.${PieceName}`

const pieceFailures = pieceProblems.flatMap((problem) =>
  pieceNames.map((name): PieceFailure => `piece.${problem}.${name}`),
)

/** Why a profile cannot be opened or held, and what is said of its place. */
export const profileFailures = [
  'profile.damaged',
  'profile.newer',
  'profile.in-use',
  'profile.held',
  'profile.held-unknown',
  'profile.lost',
  'profile.lock-gone',
  'profile.on-network',
  'profile.in-sync-folder',
  ...pieceFailures,
] as const satisfies readonly WordedCode[]
