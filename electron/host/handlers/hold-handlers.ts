import type { IpcHandlers } from '@shared/ipc/contract'
import type { HostContext } from '../context/host-context'
import { putDraft } from '../drafts/put-draft'
import { answer } from '../lib/failure'

/** Which page writes. The dispatcher refuses the calls of every other one. */
export function holdHandlers(context: HostContext): Pick<IpcHandlers, 'desk:claim' | 'desk:watch' | 'desk:release'> {
  const { hold, options, state } = context
  // Electron has one window: who had the desk before in it was this page, loaded anew.
  const isAlone = options.shell === 'electron'
  return {
    'desk:claim': ({ page, takeOver }) => hold.claim(page, isAlone ? 'replace' : takeOver ? 'take' : 'ask'),
    'desk:watch': async ({ page }) => ({ news: await hold.watch(page) }),
    'desk:release': async ({ page, words = [] }) => {
      // What the disk refuses is remembered as any other typing is.
      if (state.open !== null && hold.maySpeak(page)) {
        await Promise.all(words.map((text) => answer(() => putDraft(context, { ...text, page }))))
      }
      hold.release(page)
    },
  }
}
