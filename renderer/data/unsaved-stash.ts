import Dexie, { type Table } from 'dexie'
import { z } from 'zod'
import { callHost, done } from '../platform/bridge'
import { pageId } from '../platform/page-id'
import { RowCipher, type PlainRow } from './row-cipher'

/** A text that no host has taken, the write that it is built on, and which text of its page it is. */
type Unsaved = { readonly key: string; readonly value: unknown; readonly base: number; readonly turn: number }

const storedSchema = z.object({
  id: z.string(),
  texts: z.array(z.object({ key: z.string(), value: z.unknown(), base: z.int(), turn: z.int() })),
})

const table = 'unsaved'
const nameOf = (keyId: string): string => `lianshen-unsaved-${keyId}`

/** What closes the texts, and whose they are; null while no desk was opened on this page. */
let stashing: { readonly keyId: string; readonly cipher: RowCipher } | null = null
let last: Promise<void> = Promise.resolve()
let isEmpty = true

/**
 * Gives the host what pages before this one typed while no host answered them, and remembers how to close what this one
 * may have. Each text takes the place of the draft that it is built on, or is kept beside it. Call it before drafts are
 * loaded.
 */
export async function handOverStash(keyId: string): Promise<void> {
  const { key } = done(await callHost('profile:database-key', undefined))
  stashing = { keyId, cipher: new RowCipher(key) }
  if (!(await Dexie.exists(nameOf(keyId)).catch(() => false))) return
  const { cipher } = stashing
  await withStore(keyId, async (rows) => {
    for (const row of await rows.toArray()) {
      if (row['id'] === pageId) continue
      const stored = storedSchema.safeParse(readRow(cipher, row))
      if (!stored.success) continue
      const { id, texts } = stored.data
      if (await isTaken(id, texts)) await rows.delete(id)
    }
  })
}

/**
 * Whether the host has them all now; what its disk refused it remembers, and it is put away until the next opening too.
 */
async function isTaken(page: string, texts: readonly Unsaved[]): Promise<boolean> {
  let all = true
  for (const text of texts) {
    const { kind } = await callHost('draft:put', { ...text, page })
    all &&= kind === 'done'
  }
  return all
}

/** Whether something is put away, by this page. */
export const hasStash = (): boolean => !isEmpty

/** Puts away what waits in this page, encrypted, until a host has it; an empty list forgets what was put away. */
export function stashUnsaved(texts: readonly Unsaved[]): Promise<void> {
  const current = stashing
  if (current === null || (texts.length === 0 && isEmpty)) return Promise.resolve()
  isEmpty = texts.length === 0
  last = last.then(() =>
    withStore(current.keyId, async (rows) => {
      if (texts.length === 0) await rows.delete(pageId)
      else await rows.put(current.cipher.seal(table, { id: pageId, texts }, ['id']))
      // A browser that has no room must not keep a person from copying the text.
    }).catch(() => undefined),
  )
  return last
}

function readRow(cipher: RowCipher, row: PlainRow): unknown {
  try {
    return cipher.open(table, row)
  } catch {
    return null
  }
}

async function withStore(keyId: string, work: (rows: Table<PlainRow, string>) => Promise<void>): Promise<void> {
  const db = new Dexie(nameOf(keyId), { chromeTransactionDurability: 'strict' })
  db.version(1).stores({ [table]: 'id' })
  try {
    await work(db.table(table))
  } finally {
    db.close()
  }
}
