import type { zhEnvelopeErrors } from '../zh/envelope-errors'

export const enEnvelopeErrors: Record<keyof typeof zhEnvelopeErrors, string> = {
  'error.envelope.passphrase-needed':
    '“{{fileName}}” is encrypted with a passphrase. Enter the one that its sender told you.',
  'error.envelope.wrong-passphrase':
    'That is not the passphrase of “{{fileName}}”. Check capitals and the input method and try again; nothing was changed.',
  'error.envelope.wrong-recipient':
    '“{{fileName}}” is not encrypted for this desk. Give its sender the card of this desk and ask for a new export.',
  'error.envelope.needs-desk':
    '“{{fileName}}” is encrypted for a desk and cannot be read without it. Open it at the desk of its recipient.',
  'error.envelope.bad-recipient':
    'The encryption key on the card of the other side is not valid. Ask for a new card, or use a passphrase.',
  'error.envelope.no-recipient-key':
    'The encryption key of “{{name}}” is not known. Take in the card of that desk first, or use a passphrase.',
  'error.envelope.work-factor':
    'Opening “{{fileName}}” asks for too much work ({{factor}}, at most {{most}}), which was refused. Ask for a new export.',
  'error.envelope.header-changed':
    'The header of the encrypted file “{{fileName}}” was changed, so it cannot be trusted. Ask for a new export.',
  'error.envelope.two-ways':
    '“{{fileName}}” is encrypted with a passphrase and in another way at once, which is not trusted. Ask for a new export.',
  'error.envelope.malformed':
    'Line {{line}} of the header of the encrypted file “{{fileName}}” is not well formed. Ask for a new export.',
  'error.envelope.armour':
    'The text form (armour) of “{{fileName}}” is not whole or not well formed. Ask for the file as it was exported.',
  'error.envelope.truncated':
    '“{{fileName}}” is not complete, or its end was changed. Copy it again; if that does not help, ask for a new export.',
  'error.envelope.trailing-bytes':
    '“{{fileName}}” has something behind its end that does not belong to it. Ask for a new export.',
  'error.envelope.damaged':
    'The encrypted content of “{{fileName}}” is damaged or changed from segment {{segment}} on. Copy it again or ask for a new export.',
}
