import { verifyRefusals } from '../verify-refusals'
import type { zhVerify } from '../zh/verify'
import { enErrors } from './errors'

export const enVerify: Readonly<Record<keyof typeof zhVerify, string>> = {
  ...verifyRefusals(enErrors),
  'verify.altered': 'The file was changed after “{{signer}}” signed it. Do not use it; ask the signer.',
  'verify.changed-later':
    'After “{{signer}}” signed, save {{save}} of the file added or changed more than signatures (objects {{objects}}). Do not use it; what counts is the file as it was signed.',
  'verify.changed-pages': 'Save {{save}} changed page {{pages}}; what is shown now may not be what was signed.',
  'verify.not-covered':
    'The last {{bytes}} bytes of the file are not covered by the signature; they were added after it. Do not use it; ask its sender for the original.',
  'verify.wrong-range':
    'The signature of “{{signer}}” does not cover what it must (its range is wrong). Do not use it; ask the signer.',
  'verify.signature-unreadable':
    'Signature {{position}} is missing, incomplete or unreadable and cannot be checked. Do not use the file; ask its sender for the original.',
  'verify.signature-unchecked':
    'Signature {{position}} is written in a way, or by an algorithm, that is not checked here (SHA-1, or no DER). Check it with the software it was signed with.',
  'verify.time-stamp':
    'Number {{position}} is a time stamp; there is no network here, and time stamps are not checked.',
  'verify.signature-unreachable':
    'The file holds data of a signature that no reader comes to: it may have been taken out. Do not use the file; ask its sender for the original.',
  'verify.broken-chain':
    'The table of contents of the file (cross-references) is broken; different software may show different things. Do not use it; ask its sender for the original.',
  'verify.misplaced-objects':
    'The table of contents of the file points where it must not (objects {{objects}}); different software may show different things. Do not use it; ask its sender for the original.',
  'verify.other-form':
    'The signature holds. Its certificate names “{{signer}}”, who is no desk known here; the file is not of this product’s form.',
  'verify.covered-in-part':
    'After “{{signer}}” signed, {{bytes}} bytes were added that the signature does not cover. It stands for what was there before.',
  'verify.opinion-unreadable':
    'The opinion data inside the PDF (panel-opinion.json) cannot be read; it may have been changed. Do not use it; ask the division for the original.',
  'verify.countersignatures-unreadable':
    'The countersignatures inside the PDF (countersignatures.json) cannot be read or are incomplete; they may have been changed. Do not use it; ask the division for the original.',
  'verify.countersignature-altered':
    'The countersignature of "{{signer}}" does not hold: it is not over this opinion, or its record was changed. Do not use it, and ask the division.',
  'verify.other-opinion':
    'The panel opinion inside the PDF is not the one that the experts signed. Do not use it, and ask the division.',
  'verify.outside-validity':
    'The time of signing by “{{signer}}” (the signer’s own clock) is outside the certificate’s validity. Ask the signer.',
  'verify.no-p7s': 'There is no .p7s file. Choose the .p7s of the same name together with the DOCX.',
  'verify.p7s-unreadable': 'The .p7s cannot be read; copying may have stopped. Copy it again or ask for a new export.',
  'verify.newer-minor':
    'Exported by a newer Lianshen ({{format}}); some of it may not be shown here. Upgrade to import it.',
  'verify.not-understood':
    'Holds what this version does not understand: {{what}}. The file is whole and its signature holds, but it can be looked at only.',
  'verify.trust.self': 'this desk',
  'verify.trust.confirmed': 'confirmed',
  'verify.trust.known': 'met before, not confirmed',
}
