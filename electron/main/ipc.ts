import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import type { Dispatch } from '@host/register'
import { ipcContract } from '@shared/ipc/contract'
import { appOrigin } from './app-protocol'

/** Only the page itself may speak: the main frame of our window, from our origin. */
const isTrusted = (event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean =>
  window !== null &&
  !window.isDestroyed() &&
  event.senderFrame === window.webContents.mainFrame &&
  event.senderFrame.origin === appOrigin

/** Gives every channel of the contract to the dispatcher. */
export function serveChannels(dispatch: Dispatch, window: () => BrowserWindow | null): void {
  for (const channel of Object.keys(ipcContract)) {
    ipcMain.handle(channel, (event, input: unknown, page: unknown) =>
      dispatch(channel, input, {
        isTrustedSender: isTrusted(event, window()),
        page: typeof page === 'string' ? page : null,
      }),
    )
  }
}
