import type { z } from 'zod'
import type { draftPutSchema } from '@shared/ipc/draft'
import type { HostContext } from '../context/host-context'
import type { Written } from './draft-store'

/** Writes what was typed; what the disk refuses stays in the host's memory until a later write takes it. @throws HostFailure */
export async function putDraft(
  { requireDesk, unwritten, options }: Pick<HostContext, 'requireDesk' | 'unwritten' | 'options'>,
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
