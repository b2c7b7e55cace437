import type { IpcHandlers } from '@shared/ipc/contract'
import { requireFolder } from '../files/new-file'
import { answer, fail } from '../lib/failure'
import type { HostContext } from '../context/host-context'
import { browseFolders } from '../places/browse-folders'
import { withExchangeFolder } from '../profile/settings'

type ExchangeChannels = 'exchange:list' | 'exchange:set-folder' | 'dialog:pick-folder' | 'folder:browse'

/** The folder through which desks exchange files. */
export function exchangeHandlers(context: HostContext): Pick<IpcHandlers, ExchangeChannels> {
  const { exchange, places } = context
  return {
    'exchange:list': async () => {
      const folder = context.exchangeFolder()
      const files = await exchange.look(folder, context.state.open)
      return { folder, files: files.map((file) => ({ ...file, place: places.give('file', file.path) })) }
    },
    'exchange:set-folder': (chosen) =>
      answer(async () => {
        const folder = places.pathOf('folder', chosen.folder)
        const { vault } = context.requireDesk()
        await requireFolder(folder)
        await context.saveSettings(withExchangeFolder(context.state.settings, folder, vault.settings))
        context.state.exchangeFolder = folder
        exchange.close()
        return { folder }
      }),
    'dialog:pick-folder': async () => {
      const { dialogs } = context.options
      if (dialogs === null) return { kind: 'unsupported' }
      const path = await dialogs.pickFolder()
      return path === null ? { kind: 'cancelled' } : { kind: 'picked', place: places.give('folder', path), path }
    },
    'folder:browse': (asked) =>
      answer(async () => {
        if (context.options.dialogs !== null) return fail('place.forgotten')
        const folder = asked.folder === null ? null : places.pathOf('folder', asked.folder)
        const { path, parent, folders } = await browseFolders(folder, context.exchangeFolder())
        const give = (found: string | null) => (found === null ? null : places.give('folder', found))
        return {
          path,
          place: give(path),
          parent: give(parent),
          folders: folders.map((line) => ({ name: line.name, place: places.give('folder', line.path) })),
        }
      }),
  }
}
