import type { IpcHandlers } from '@shared/ipc/contract'
import { answer } from '../lib/failure'
import type { HostContext } from '../context/host-context'

/** What is being typed at the open desk. */
export function draftHandlers(context: HostContext): Pick<IpcHandlers, 'draft:put' | 'draft:delete' | 'draft:list'> {
  const { requireDesk, unwritten } = context
  const now = (): string => context.options.clock().toISOString()
  return {
    'draft:put': ({ key, value, base, page, turn }) =>
      answer(async () => {
        const desk = requireDesk()
        const draft = { key, value: value ?? null, savedAt: now(), page, turn }
        let written
        try {
          await desk.refuseWhenFull()
          written = await desk.drafts.put(draft, base)
        } catch (error) {
          unwritten.keep(draft)
          throw error
        }
        unwritten.forget(key)
        return { savedAt: draft.savedAt, ...written }
      }),
    'draft:delete': ({ key, base, page }) =>
      answer(async () => {
        unwritten.forget(key)
        await requireDesk().drafts.delete(key, base === undefined ? undefined : { base, page })
        return {}
      }),
    'draft:list': async () => {
      const { drafts } = requireDesk()
      const refused = unwritten.list()
      return [
        ...drafts.list().filter(({ key }) => refused.every((draft) => draft.key !== key)),
        ...refused.map(({ key, value, savedAt }) => ({
          key,
          value,
          savedAt,
          revision: drafts.revisionOf(key) ?? 0,
          isUnwritten: true as const,
        })),
      ]
    },
  }
}
