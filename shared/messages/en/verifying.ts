import type { zhVerifying } from '../zh/verifying'

/** Verifying: what is said first, why a signature is refused, what verifying again gave. */
export const enVerifying: Readonly<Record<keyof typeof zhVerifying, string>> = {
  'verify.p7s-embedded':
    'The .p7s carries an original of its own and need not be over this file; it is not accepted. Ask for a signature apart from the file (.p7s).',
  'verify.p7s-several-signers':
    'The .p7s does not hold exactly one signature; which one counts cannot be said. It is not accepted; ask the sender for the original.',
  'verify.p7s-ambiguous-signer':
    'The .p7s does not name exactly one certificate; who signed cannot be said. It is not accepted; ask the sender for the original.',
  'verify.p7s-false-certificate':
    'The certificate in the .p7s was not made by its own key; it may be forged. Do not use the file; ask the sender.',
  'verify.p7s-algorithm':
    'The .p7s uses an algorithm that is not known here or no longer safe; it cannot be judged. Ask for a file signed with a current one.',
  'verify.p7s-malformed':
    'The .p7s is not written by the rules ({{reason}}); somebody may have rewritten it. It is not accepted; copy it again or ask the sender for the original.',
  'verifyPage.headline.registered': 'This is the registered file',
  'verifyPage.headline.superseded': 'A registered file, since superseded',
  'verifyPage.headline.damaged': 'The content does not match its signature, or the file is damaged',
  'verifyPage.headline.locked': 'Encrypted; cannot be verified',
  'verifyPage.headline.not-signed': 'Not signed',
  'verifyPage.headline.namesake': 'Perhaps an impostor: a known name, not its key',
  'verifyPage.headline.not-registered': 'Not a registered file',
  'verifyPage.headline.other-form': 'The signatures hold, but are not of this product’s form',
  'verifyPage.headline.unchecked': 'The signature cannot be checked here',
  'verifyPage.headline.stranger': 'Unchanged; the signer is not known',
  'verifyPage.headline.unconfirmed': 'Unchanged; the signer was not confirmed',
  'verifyPage.headline.intact': 'Intact: the signatures hold, nothing was changed',
  'verifyPage.headlineMeaning.registered': 'Byte for byte the file that is in the register.',
  'verifyPage.headlineMeaning.superseded':
    'Byte for byte a file that is in the register; what counts is the paper that took its place.',
  'verifyPage.headlineMeaning.damaged': 'Do not rely on this file; ask its sender for the original.',
  'verifyPage.headlineMeaning.locked':
    'Its content cannot be read: whether it was signed, or changed, cannot be told. Ask for it again without a password.',
  'verifyPage.headlineMeaning.not-signed':
    'Nothing can be said of who made it or whether it was changed. Give a DOCX together with its .p7s.',
  'verifyPage.headlineMeaning.namesake':
    'It bears the name and unit of a desk known here, and the key is another: anybody can make such a file. Do not use it, and ask that person by telephone.',
  'verifyPage.headlineMeaning.not-registered':
    'It is signed with this desk’s key, but it is none of the files in the register. Rely on the registered file, not on this one.',
  'verifyPage.headlineMeaning.other-form':
    'The signatures match what they cover. Other software made the file or the signature, and the signer is no desk known here; ask the signer before relying on it.',
  'verifyPage.headlineMeaning.unchecked':
    'Other software signed it in a form or with an algorithm that is not checked here; whether the content was changed cannot be told. Check it with the software that signed it, or ask the signer.',
  'verifyPage.headlineMeaning.stranger':
    'The key belongs to no desk known here; name and unit were filled in by the signer, as anybody can. Compare the key’s fingerprint by telephone before relying on it.',
  'verifyPage.headlineMeaning.unconfirmed':
    'The key was met before, and nobody compared it. Compare its fingerprint by telephone, and confirm it at the desk, before relying on the file.',
  'verifyPage.headlineMeaning.intact':
    'Not one byte of what was signed has changed since; the key is this desk’s own, or was confirmed here.',
  'verifyPage.claimedSigner': 'Says it is (not confirmed)',
  'verifyPage.keyFingerprint': 'Fingerprint of the key (to compare by telephone)',
  'again.title': 'Verify again',
  'again.note':
    'Versions up to 0.1.0 could call a forged file intact. This verifies files once more by today’s rules and names those with another verdict than then. No file is changed.',
  'again.register': 'Verify what was registered again',
  'again.folder': 'Verify a folder again…',
  'again.progress': '{{done}} of {{total}} files verified',
  'again.stop': 'Stop',
  'again.stopped': 'Stopped; only {{done}} of {{total}} files were verified.',
  'again.done': '{{total}} files verified.',
  'again.none': 'There are no files to verify.',
  'again.other': '{{count}} of them get another verdict than from an older version:',
  'again.noOther': 'No file gets another verdict than from an older version.',
  'again.column.now': 'Verdict today',
  'again.column.before': 'Verdict of older versions',
  'again.column.signers': 'Signers (names in the certificates)',
  'again.before.intact': 'intact',
  'again.before.not-signed': 'not signed',
  'again.before.damaged': 'damaged or altered',
  'again.isOther': 'another verdict',
  'again.outcome.missing': 'no longer where it was',
  'again.outcome.unread': 'not verified: too large, needs a passphrase, or cannot be read',
  'again.onlyOther': 'Only those with another verdict',
}
