import { useState, type ReactNode } from 'react'
import {
  defaultProtection,
  protectionFor,
  type Protection,
  type ProtectionChoice,
  type ProtectionKind,
  type Recipient,
} from '@shared/bundle/protection'
import { ProtectionFields } from './ProtectionFields'

export type UsedProtection = {
  /** The fields to show. */
  readonly fields: ReactNode
  /** For these recipients, or all; null while the choice cannot be carried out. */
  readonly of: (recipients?: readonly Recipient[]) => Protection | null
}

/** How bundles for `recipients` leave: the office's preference until the person at the desk chooses. */
export function useProtection(recipients: readonly Recipient[], preferred: ProtectionKind): UsedProtection {
  const [chosen, setChosen] = useState<ProtectionChoice | null>(null)
  const choice = chosen ?? { kind: defaultProtection(preferred, recipients), passphrase: '' }
  return {
    fields: <ProtectionFields recipients={recipients} choice={choice} onChange={setChosen} />,
    of: (some = recipients) => protectionFor(choice, some),
  }
}
