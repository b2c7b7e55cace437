import type { zhLocks } from '../zh/locks'

export const enLocks: Readonly<Record<keyof typeof zhLocks, string>> = {
  'lock.option': 'Lock dossiers until the expert has declared that no recusal is needed',
  'lock.optionHint':
    'Records and attachments of each dossier are encrypted under a key of their own. The assignment shows the names of the alliance, its members and the persons concerned, so that the expert can declare. The desk of an expert who recuses destroys the key.',
  'lock.optionOff':
    'Not locked: once taken over, the contents are on the expert’s desk, and only the screens keep them behind the declaration.',
  'lock.readable':
    'The encryption key of “{{names}}” is not known and the file is not encrypted: the key to the lock lies in the file, so the lock holds on the other side’s screens only and whoever gets the file can open it. To lock it in earnest, encrypt with a passphrase, or take in the card and confirm the fingerprint first.',
  'lock.version': 'Version {{version}} · materials: {{materials}}, open after the declaration',
  'lock.dryRun':
    'Locked dossiers: {{count}}. Their names can be seen now; they open by themselves once you declare that no recusal is needed. Their attachments cannot be inspected now; each is inspected for anything dangerous when it is opened.',
  'lock.willDestroy':
    'After this declaration this computer destroys the key to the dossier. If it was a mistake, the division must export the assignment again.',
  'lock.opening.title': 'Opening the dossier',
  'lock.opening.note':
    'Attachments are opened and verified one by one; the review begins by itself after the last. If you stop, what is open stays open.',
  'lock.opening.progress': '{{done}} of {{total}} opened',
  'lock.opening.stopped': 'Stopped. The dossier is not open yet.',
  'lock.opening.again': 'Go on opening',
  'lock.destroyed.title': 'This dossier is closed for good',
  'lock.destroyed.note':
    'You declared a ground for recusal, so this computer destroyed the key: the assignment you have opens no more here. If you are to review after all, ask the division for a new export.',
  'lock.recused.destroyed': 'This computer has destroyed the key to the dossier; its contents were never opened.',
}
