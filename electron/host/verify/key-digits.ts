import { digitGroups } from '@shared/lib/digit-groups'
import type { SignerIdentity } from '@shared/publishing/signing/cms'

/** The key that signed, in the groups of digits that two people compare by telephone. */
export const keyDigits = ({ keySha256 }: SignerIdentity): string =>
  digitGroups(Buffer.from(keySha256, 'hex').subarray(0, 30))
