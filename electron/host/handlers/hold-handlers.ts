import type { IpcHandlers } from '@shared/ipc/contract'
import type { HostContext } from '../context/host-context'

/** Which page writes. The dispatcher refuses the calls of every other one. */
export function holdHandlers({
  hold,
  options,
}: HostContext): Pick<IpcHandlers, 'desk:claim' | 'desk:watch' | 'desk:release'> {
  // Electron has one window: who had the desk before in it was this page, loaded anew.
  const isAlone = options.shell === 'electron'
  return {
    'desk:claim': ({ page, takeOver }) => hold.claim(page, isAlone ? 'replace' : takeOver ? 'take' : 'ask'),
    'desk:watch': async ({ page }) => ({ news: await hold.watch(page) }),
    'desk:release': async ({ page }) => {
      hold.release(page)
    },
  }
}
