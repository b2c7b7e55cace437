import type { z } from 'zod'
import type { draftPutSchema } from '@shared/ipc/draft'
import type { DraftStore, Written } from './draft-store'
import type { UnwrittenDrafts } from './unwritten-drafts'

/** What a draft is written with: the open desk, what could not be written, the time. */
interface DraftDesk {
  readonly requireDesk: () => { readonly drafts: DraftStore; readonly refuseWhenFull: () => Promise<void> }
  readonly unwritten: UnwrittenDrafts
  readonly options: { readonly clock: () => Date }
}

/**
 * Writes what was typed; what the disk refuses stays in the host's memory until a later write takes it.
 * @throws HostFailure
 */
export async function putDraft(
  { requireDesk, unwritten, options }: DraftDesk,
  { key, value, base, page, turn }: z.output<typeof draftPutSchema>,
): Promise<Written & { readonly savedAt: string }> {
  const desk = requireDesk()
  const draft = { key, value: value ?? null, savedAt: options.clock().toISOString(), page, turn }
  let written
  try {
    written = await desk.drafts.put(draft, base, () => desk.refuseWhenFull())
  } catch (error) {
    unwritten.keep(draft)
    throw error
  }
  unwritten.forget(key)
  return { savedAt: draft.savedAt, ...written }
}
