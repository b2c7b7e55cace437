import type { KeyId } from '../domain/ids'

/** What the host is asked for: in the open, for the desks with these keys, or by a passphrase. */
export type Protection =
  | { readonly kind: 'none' }
  | { readonly kind: 'desks'; readonly keyIds: KeyId[] }
  | { readonly kind: 'passphrase'; readonly passphrase: string }

/** Characters that a passphrase for a file needs at least. */
export const leastPassphrase = 10

/** Somebody a bundle may be encrypted for. */
export type Recipient = {
  readonly name: string
  /** The desk whose encryption key is known here; null if there is none. */
  readonly keyId: KeyId | null
  /** Its fingerprint was compared by a person. */
  readonly isConfirmed: boolean
}

/** How the person at the desk wants a bundle to leave. */
export const protectionKinds = ['recipient', 'passphrase', 'none'] as const
export type ProtectionKind = (typeof protectionKinds)[number]
export type ProtectionChoice = { readonly kind: ProtectionKind; readonly passphrase: string }

/**
 * What the office prefers, as far as it can be done: without any recipient's key a passphrase is asked for. Never in
 * the open by itself.
 */
export const defaultProtection = (preferred: ProtectionKind, recipients: readonly Recipient[]): ProtectionKind =>
  preferred === 'recipient' && !recipients.some((recipient) => recipient.keyId !== null) ? 'passphrase' : preferred

/** Recipients that nothing can be encrypted for. */
export const withoutKey = (recipients: readonly Recipient[]): readonly Recipient[] =>
  recipients.filter((recipient) => recipient.keyId === null)

/** What the host is asked for; null if the choice cannot be carried out as it stands. */
export function protectionFor(
  { kind, passphrase }: ProtectionChoice,
  recipients: readonly Recipient[],
): Protection | null {
  switch (kind) {
    case 'none':
      return { kind }
    case 'passphrase':
      return passphrase.length < leastPassphrase ? null : { kind, passphrase }
    case 'recipient': {
      const keyIds = recipients.flatMap((recipient) => recipient.keyId ?? [])
      return keyIds.length === 0 || keyIds.length < recipients.length ? null : { kind: 'desks', keyIds }
    }
  }
}
