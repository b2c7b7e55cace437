import type { ImportingDesk } from '@shared/bundle/incoming'
import type { OpenDesk } from './open-desk'

/** What the review, and undoing an import, need to know of this desk. */
export async function importingDesk({ identity, journal, fold }: OpenDesk): Promise<ImportingDesk> {
  const { folded, lastOf } = await fold.current()
  return {
    keyId: identity.statement.keyId,
    role: identity.statement.role,
    state: folded.state,
    folded,
    lastOf,
    has: (id) => journal.has(id),
    isQuarantined: (id) => journal.isQuarantined(id),
    idAt: (author, seq) => journal.idAt(author, seq),
    prevAt: (author, seq) => journal.prevAt(author, seq),
  }
}
