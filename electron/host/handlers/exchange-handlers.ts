import type { IpcHandlers } from '@shared/ipc/contract'
import { requireFolder } from '../exchange/exchange-folder'
import { ExchangeWatch } from '../exchange/exchange-watch'
import { answer } from '../failure'
import type { HostContext } from '../host-context'
import { withExchangeFolder } from '../profile/settings'

type ExchangeChannels = 'exchange:list' | 'exchange:set-folder' | 'dialog:pick-folder'

/** The folder through which desks exchange files. */
export function exchangeHandlers(context: HostContext): Pick<IpcHandlers, ExchangeChannels> {
  const watch = new ExchangeWatch(() => performance.now())
  return {
    'exchange:list': async () => {
      const folder = context.exchangeFolder()
      return { folder, files: await watch.look(folder, context.state.open) }
    },
    'exchange:set-folder': ({ folder }) =>
      answer(async () => {
        const { vault } = context.requireDesk()
        await requireFolder(folder)
        await context.saveSettings(withExchangeFolder(context.state.settings, folder, vault.settings))
        context.state.exchangeFolder = folder
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
