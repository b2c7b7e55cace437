import type { IpcHandlers, IpcOutput } from '@shared/ipc/contract'
import { answer, fail, hostError } from '../lib/failure'
import type { DeskOpener } from '../context/desk-opener'
import { spaceLevel } from '../files/space'
import type { HostContext } from '../context/host-context'
import {
  createKeyFile,
  markAllSealed,
  openKeyFile,
  readSlotKinds,
  type KeyRequest,
  type UnlockedKeys,
} from '../keys/key-file'
import type { KeystoreState, SystemKeystore } from '../keys/keystore'
import { createKeys, deskOf, openIdentity, type Identity } from '../keys/identity'
import { UnlockWait } from '../keys/unlock-wait'
import { localDay } from '../lib/local-time'
import { Journal } from '../journal/journal'
import { setLeftoversAside, writeProfile } from '../profile/profile-folder'
import { convertProfile, type Conversion } from '../conversion/convert-profile'
import { sealEverythingAside } from '../conversion/seal-aside'
import { openVault, type Vault } from '../desk/vault'

type ProfileChannels =
  | 'app:get-status'
  | 'profile:create'
  | 'profile:unlock'
  | 'profile:conversion'
  | 'profile:stop-conversion'
  | 'profile:lock'
  | 'desk:statement'

/** First run, unlocking, and what the start screen shows. */
export function profileHandlers(
  context: HostContext,
  { openDesk, serial }: DeskOpener,
): Pick<IpcHandlers, ProfileChannels> {
  const { options, folder, state } = context
  const wait = new UnlockWait(folder.unlockWait, options.clock)
  let conversion: IpcOutput<'profile:conversion'> = null
  let isToStop = false

  async function convert(identity: Identity, vault: Vault): Promise<Conversion> {
    isToStop = false
    try {
      return await convertProfile(folder, vault, identity.desk.keyId, (converted, total) => {
        if (isToStop) fail('vault.stopped', { converted, total })
        conversion = { converted, total }
      })
    } finally {
      conversion = null
    }
  }

  /** Opens a desk; what an older version wrote in the open is encrypted before. */
  async function openConverted(identity: Identity, keys: UnlockedKeys): Promise<void> {
    const vault = openVault(keys)
    if (keys.isAllSealed) {
      await openDesk(identity, vault)
      return
    }
    const { isComplete, attachments, snapshots } = await convert(identity, vault)
    const open = await openDesk(identity, vault)
    if (!isComplete) {
      context.notify(hostError('vault.not-converted'))
      return
    }
    await sealEverythingAside(folder, vault)
    await markAllSealed(folder.keys)
    await context.snapshots.refreshKeys(identity.desk.keyId)
    context.notify(hostError('vault.converted', { records: open.journal.count, attachments, snapshots }))
  }

  return {
    'app:get-status': async () => {
      const free = await context.freeBytes(folder.root)
      const slots = await readSlotKinds(folder.keys)
      return {
        version: options.version,
        shell: options.shell,
        profile:
          state.desk === null ? { kind: 'none' } : { kind: state.open === null ? 'locked' : 'open', desk: state.desk },
        today: localDay(options.clock()),
        exchangeFolder: context.exchangeFolder(),
        nativeDialogs: options.dialogs !== null,
        freeBytes: free,
        space: spaceLevel(free),
        autoLockMinutes: state.settings.autoLockMinutes,
        waysIn: {
          recoveryKey: slots.recoveryKey,
          keystore: await keystoreState(options.keystore ?? null, slots.keystore),
        },
        notices: [...state.notices],
      }
    },
    'profile:create': ({ role, name, unit, passphrase }) =>
      answer(() =>
        serial.run(async () => {
          if (state.desk !== null) fail('profile.exists', { name: state.desk.name })
          await setLeftoversAside(folder)
          const at = options.clock()
          const keys = await createKeys({ name, unit, at, serial: options.randomUuid().replaceAll('-', '') })
          const desk = deskOf(keys.certificate, { name, unit, role })
          const { unlocked, recoveryKey } = await createKeyFile(
            folder.keys,
            passphrase,
            keys,
            context.passphraseStrength,
          )
          await Journal.createEmpty(folder.journal)
          const open = await openDesk(await openIdentity(desk, keys), openVault(unlocked))
          try {
            await open.append([{ type: 'desk.introduced', payload: open.identity.statement }])
            await writeProfile(folder, desk, at.toISOString())
          } catch (error) {
            await context.lock()
            state.desk = null
            throw error
          }
          return { desk, recoveryKey }
        }),
      ),
    'profile:unlock': (request) =>
      answer(() =>
        serial.run(async () => {
          const { desk } = state
          if (desk === null) return fail('profile.none')
          if (state.open === null) {
            const open = () => openKeyFile(folder.keys, keyRequest(request, context))
            const keys = await ('passphrase' in request ? wait.guard(open) : open())
            if (deskOf(keys.certificate, desk).keyId !== desk.keyId) fail('profile.damaged', { path: folder.keys })
            await openConverted(await openIdentity(desk, keys), keys)
          }
          return { desk }
        }),
      ),
    'profile:conversion': async () => conversion,
    'profile:stop-conversion': async () => {
      isToStop = true
    },
    'profile:lock': () => serial.run(() => context.lock()),
    'desk:statement': () => answer(async () => ({ statement: context.requireDesk().identity.statement })),
  }
}

/** @throws HostFailure `keystore.dummy` where the shell has no keystore */
function keyRequest(
  request: { readonly passphrase: string } | { readonly recoveryKey: string } | { readonly keystore: true },
  { options }: HostContext,
): KeyRequest {
  if (!('keystore' in request)) return request
  return { keystore: options.keystore ?? fail('keystore.dummy') }
}

async function keystoreState(keystore: SystemKeystore | null, isOn: boolean): Promise<KeystoreState> {
  if (keystore === null) return 'absent'
  if (!(await keystore.isReal())) return 'dummy'
  return isOn ? 'on' : 'off'
}
