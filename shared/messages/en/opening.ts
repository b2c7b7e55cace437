import type { zhOpening } from '../zh/opening'

export const enOpening: Readonly<Record<keyof typeof zhOpening, string>> = {
  'failure.title': 'This screen did not open',
  'failure.meaning':
    "Everything saved is in this computer's journal; nothing is lost. Try again; if it fails again, close and reopen.",
  'failure.detail': 'Technical note: {{detail}}',
  'failure.retry': 'Try again',
  'failure.unreachable': 'The local service does not answer. Make sure Lianshen is still running, then try again.',
  'desk.division': 'Division desk',
  'desk.expert': 'Expert desk',
  'unlock.title': 'Enter the passphrase',
  'unlock.passphrase': 'Passphrase',
  'unlock.forgotten': 'Passphrase forgotten',
  'unlock.forgotten.remedy':
    'Open the desk with the recovery key that was printed or written down, then change the passphrase under Settings · Secrecy. If neither can be found, nobody can recover them: leave the profile folder as it is, begin a new desk in another, empty profile folder, ask the other side to export its bundles again, and compare fingerprints anew. Files that were sealed and exported before stay valid and can be verified.',
  'unlock.recovery.title': 'Enter the recovery key',
  'unlock.recovery': 'Recovery key (13 groups)',
  'unlock.recovery.hint':
    'In the order on the paper; capitals, spaces and hyphens make no difference. Afterwards change the passphrase under Settings · Secrecy.',
  'unlock.useRecovery': 'Use the recovery key',
  'unlock.usePassphrase': 'Use the passphrase',
  'unlock.capitals': 'Caps Lock is on.',
  'unlock.wait': 'Too many wrong attempts: try again in {{seconds}} s. Nothing was changed.',
  'unlock.keystore': "Open with the system's keystore",
  'unlock.desk': '{{name}} · {{unit}}',
  'unlock.open': 'Open the desk',
}
