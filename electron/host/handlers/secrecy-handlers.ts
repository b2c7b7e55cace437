import type { IpcHandlers } from '@shared/ipc/contract'
import { answer, fail } from '../lib/failure'
import type { DeskOpener } from '../context/desk-opener'
import type { HostContext } from '../context/host-context'
import { addKeystore, removeKeystore, renewRecoveryKey, replacePassphrase, type KeyRequest } from '../keys/key-file'
import { UnlockWait } from '../keys/unlock-wait'

type SecrecyChannels =
  | 'profile:change-passphrase'
  | 'profile:renew-recovery-key'
  | 'profile:keystore'
  | 'profile:set-auto-lock'
  | 'profile:database-key'
  | 'profile:discard-database'
  | 'database:judge'
  | 'database:kept'
  | 'database:remove-kept'

/**
 * The ways into a desk, the page's database, and when it closes itself. Every try of a passphrase waits as unlocking
 * does.
 */
export function secrecyHandlers(context: HostContext, { serial }: DeskOpener): Pick<IpcHandlers, SecrecyChannels> {
  const { folder, options, state } = context
  const wait = new UnlockWait(folder.unlockWait, options.clock)
  /** What was replaced opens no snapshot either. */
  const refreshSnapshots = async (): Promise<void> => {
    if (state.desk !== null) await context.snapshots.refreshKeys(state.desk.keyId)
  }
  return {
    'profile:change-passphrase': (request) =>
      answer(() =>
        serial.run(async () => {
          if (state.desk === null) fail('profile.none')
          const replaceBy = (way: KeyRequest) =>
            replacePassphrase(folder.keys, way, request.next, context.passphraseStrength)
          if ('recoveryKey' in request) await replaceBy({ recoveryKey: request.recoveryKey })
          else await wait.guard(() => replaceBy({ passphrase: request.current }))
          await refreshSnapshots()
          return {}
        }),
      ),
    'profile:renew-recovery-key': ({ passphrase }) =>
      answer(() =>
        serial.run(async () => {
          const recoveryKey = await wait.guard(() => renewRecoveryKey(folder.keys, passphrase))
          await refreshSnapshots()
          return { recoveryKey }
        }),
      ),
    'profile:keystore': ({ enable, passphrase }) =>
      answer(() =>
        serial.run(async () => {
          if (enable) {
            const keystore = options.keystore ?? fail('keystore.dummy')
            await wait.guard(() => addKeystore(folder.keys, passphrase, keystore))
          } else {
            await wait.guard(() => removeKeystore(folder.keys, passphrase))
          }
          await refreshSnapshots()
          return { enabled: enable }
        }),
      ),
    'profile:set-auto-lock': ({ minutes }) =>
      answer(async () => {
        await context.saveSettings({ ...state.settings, autoLockMinutes: minutes })
        return { minutes }
      }),
    'profile:database-key': () => answer(async () => ({ key: new Uint8Array(context.requireDesk().vault.database) })),
    // The browser shell deletes with its answer, see loopback-server.ts.
    'profile:discard-database': () =>
      answer(async () => {
        await options.discardDatabase?.()
        return {}
      }),
    'database:judge': ({ verdict }) => answer(async () => ({ kept: (await options.database?.judge(verdict)) ?? null })),
    'database:kept': async () => (await options.database?.kept()) ?? null,
    'database:remove-kept': () =>
      answer(async () => {
        await options.database?.remove()
        return {}
      }),
  }
}
