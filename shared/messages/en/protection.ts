import type { zhProtection } from '../zh/protection'

export const enProtection: Readonly<Record<keyof typeof zhProtection, string>> = {
  'exchange.state.copying': 'being copied, please wait',
  'exchange.state.ready': 'new',
  'exchange.state.own': 'written here',
  'exchange.state.passphrase': 'needs a passphrase, asked for when opened',
  'exchange.state.not-ours': 'encrypted for another desk',
  'exchange.state.unreadable': 'not a whole bundle',
  'exchange.state.temporary': 'temporary file of a copying program',
  'exchange.state.conflict-copy': 'conflict copy of a sync client; see first which one it is',
  'exchange.state.imported': 'taken on {{at}}',
  'exchange.badge': '{{count}} new bundles',
  'protection.title': 'Encryption',
  'protection.recipient': 'Encrypt for: {{names}}',
  'protection.recipientNone': 'Encrypt for the other side (its key is not known)',
  'protection.none': 'Do not encrypt (trusted internal media only)',
  'protection.noneWarning': 'The file is not encrypted: whoever gets it can read what is in it.',
  'protection.missing':
    'The encryption key of “{{names}}” is not known or its fingerprint was not confirmed, so nothing can be encrypted for it. Take in the card and confirm the fingerprint, or use a passphrase.',
  'protection.unconfirmed':
    'The fingerprint of “{{names}}” was not compared yet. Only the desk that sent the bundle can open the file; compare by telephone whether that is the right person.',
  'protection.passphraseLabel': 'Passphrase of the file (at least {{least}} characters)',
  'protection.passphraseHint':
    'Tell the passphrase in person or by telephone, never together with the file. Without it the file cannot be opened.',
  'protection.passphraseShort': 'The passphrase is too short; at least {{least}} characters.',
  'protection.open.label': 'Passphrase of the file',
  'protection.open.do': 'Open',
  'protection.default': 'Usual encryption of exports',
  'protection.defaultHint':
    'Encrypting for the other side needs its key; where it is not known, “With a passphrase” is preset.',
  'protection.kind.recipient': 'For the other side',
  'protection.kind.passphrase': 'With a passphrase',
  'protection.kind.none': 'None',
  'protection.card.title': 'Card of this desk',
  'protection.card.note':
    'The card has the name, unit, fingerprint and encryption key of this desk and nothing of any dossier. Give it to the other side, which can encrypt for you after comparing the fingerprint.',
  'protection.card.do': 'Export the card',
  'protection.card.fileName': 'card-{{name}}-{{today}}',
  'protection.card.to': 'Other desks',
}
