import type { IpcHandlers } from '@shared/ipc/contract'
import { listBundles, requireFolder } from '../exchange/exchange-folder'
import { answer } from '../failure'
import type { HostContext } from '../host-context'

type ExchangeChannels = 'exchange:list' | 'exchange:set-folder' | 'dialog:pick-folder'

/** The folder through which desks exchange files. */
export function exchangeHandlers(context: HostContext): Pick<IpcHandlers, ExchangeChannels> {
  return {
    'exchange:list': async () => {
      const folder = context.exchangeFolder()
      return { folder, files: await listBundles(folder) }
    },
    'exchange:set-folder': ({ folder }) =>
      answer(async () => {
        await requireFolder(folder)
        await context.saveSettings({ ...context.state.settings, exchangeFolder: folder })
        return { folder }
      }),
    'dialog:pick-folder': async () => {
      const { dialogs } = context.options
      if (dialogs === null) return { kind: 'unsupported' }
      const path = await dialogs.pickFolder()
      return path === null ? { kind: 'cancelled' } : { kind: 'picked', path }
    },
  }
}
