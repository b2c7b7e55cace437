/**
 * The keystore of the operating system, given by the shell that has one (Electron's safeStorage). It may open a desk
 * beside the passphrase and the recovery key, never alone.
 */
export type SystemKeystore = {
  /** False where the system has none and would only pretend to protect what it is given. */
  readonly isReal: () => Promise<boolean>
  readonly wrap: (secret: Uint8Array) => Promise<Uint8Array>
  /** @throws if the system refuses or the bytes are not its own */
  readonly unwrap: (wrapped: Uint8Array) => Promise<Uint8Array>
}

/** What a person may be offered of it on this computer. */
export type KeystoreState = 'absent' | 'dummy' | 'off' | 'on'
