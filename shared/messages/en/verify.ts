import { verifyRefusals } from '../verify-refusals'
import type { zhVerify } from '../zh/verify'
import { enErrors } from './errors'

export const enVerify: Readonly<Record<keyof typeof zhVerify, string>> = {
  ...verifyRefusals(enErrors),
  'verify.altered': 'The file was changed after “{{signer}}” signed it. Do not use it; ask the signer.',
  'verify.changed-later':
    'More than signatures was added after “{{signer}}” signed. What counts is the file as it was signed.',
  'verify.outside-validity':
    'The time of signing by “{{signer}}” (the signer’s own clock) is outside the certificate’s validity. Ask the signer.',
  'verify.no-p7s': 'There is no .p7s file. Choose the .p7s of the same name together with the DOCX.',
  'verify.p7s-unreadable': 'The .p7s cannot be read; copying may have stopped. Copy it again or ask for a new export.',
  'verify.newer-minor':
    'Exported by a newer Lianshen ({{format}}); some of it may not be shown here. Upgrade to import it.',
  'verify.trust.self': 'this desk',
  'verify.trust.confirmed': 'confirmed',
  'verify.trust.known': 'met before, not confirmed',
  'verify.trust.unknown': 'not confirmed',
}
