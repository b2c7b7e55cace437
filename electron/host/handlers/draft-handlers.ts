import type { IpcHandlers } from '@shared/ipc/contract'
import type { HostContext } from '../context/host-context'
import { putDraft } from '../drafts/put-draft'
import { answer } from '../lib/failure'

/** What is being typed at the open desk. */
export function draftHandlers(context: HostContext): Pick<IpcHandlers, 'draft:put' | 'draft:delete' | 'draft:list'> {
  const { requireDesk, unwritten } = context
  return {
    'draft:put': (text) => answer(() => putDraft(context, text)),
    'draft:delete': ({ key, base, page }) =>
      answer(async () => {
        unwritten.forget(key)
        await requireDesk().drafts.delete(key, base === undefined ? undefined : { base, page })
        return {}
      }),
    'draft:list': async () => {
      const { drafts } = requireDesk()
      // The last words of the page before may be on their way to the disk.
      await drafts.settled()
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
