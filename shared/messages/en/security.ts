import type { zhSecurity } from '../zh/security'

export const enSecurity: Readonly<Record<keyof typeof zhSecurity, string>> = {
  'frame.lockSoon': 'Nobody has worked here for a while: the desk locks in {{seconds}} s. What was typed is kept.',
  'frame.stay': 'Go on working',
  'recovery.title': 'Recovery key',
  'recovery.purpose':
    'If the passphrase is forgotten, nothing else opens this desk. Print it or write it down, keep it away from the computer; no photograph, no file.',
  'recovery.groups': 'Recovery key, 13 groups',
  'recovery.group': 'Group {{number}}',
  'recovery.once':
    'Shown this once only. A new one can be made with the passphrase under Settings · Secrecy; this one is void then.',
  'recovery.print': 'Print',
  'recovery.ask': 'Type these two groups from your paper, to be sure it is right:',
  'recovery.wrongGroup': 'This is not group {{number}}; please compare.',
  'recovery.kept': 'I have kept it',
  'recovery.later': 'Not now; make one later',
  'security.title': 'Secrecy',
  'security.hint':
    'Journal, drafts, attachments and the query database are encrypted on this computer. Once locked, nothing can be read without the passphrase or the recovery key.',
  'security.autoLock': 'Lock when idle',
  'security.autoLockHint':
    'Announced 30 seconds before; what was typed is saved first. If a full disk refuses it, the desk locks all the same and the typing stays in memory, encrypted, until after the passphrase. Ctrl + Shift + L locks at once.',
  'security.minutes': '{{minutes}} minutes',
  'security.never': 'Never (not advised)',
  'security.keys': 'Passphrase and recovery key',
  'security.change': 'Change the passphrase',
  'security.changeHint': 'Nothing else changes; the recovery key on paper stays valid.',
  'security.changed': 'The passphrase was changed. Use the new one from now on.',
  'security.current': 'Present passphrase (or the recovery key)',
  'security.next': 'New passphrase (at least 8 characters)',
  'security.need.current': 'Enter the present passphrase.',
  'security.need.other': 'The new passphrase is the present one.',
  'security.renew': 'Make a new recovery key',
  'security.renewHint':
    'A new recovery key is made and the old one is void at once. Have paper and pen or a printer ready.',
  'security.keystoreOn': "Let the system's keystore open it",
  'security.keystoreOff': "No longer let the system's keystore open it",
  'security.keystoreHint':
    'Whoever is logged in to this computer can then open the desk without the passphrase. Passphrase and recovery key stay valid.',
  'unlock.converting':
    'Encrypting the profile of an older version: {{converted}} of {{total}} attachments. This happens once.',
  'unlock.converting.stop': 'Stop; go on at the next opening',
}
