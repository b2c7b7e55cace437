import { safeStorage } from 'electron'
import type { SystemKeystore } from '@host/keys/keystore'

/** Electron's keystore. On Linux without a keyring it "encrypts" with a word that everybody knows: that is none. */
export const systemKeystore: SystemKeystore = {
  isReal: async () =>
    (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text') &&
    (await safeStorage.isAsyncEncryptionAvailable()),
  wrap: (secret) => safeStorage.encryptStringAsync(Buffer.from(secret).toString('base64')),
  unwrap: async (wrapped) => {
    const { result } = await safeStorage.decryptStringAsync(Buffer.from(wrapped))
    return Buffer.from(result, 'base64')
  },
}
