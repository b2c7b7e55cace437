import type { zhLockErrors } from '../zh/lock-errors'

export const enLockErrors: Readonly<Record<keyof typeof zhLockErrors, string>> = {
  'error.lock.no-dossier':
    'Among what was to be locked there is no version of the dossier. Reload the screen and try again.',
  'error.lock.unknown':
    'This computer has no such locked dossier; a newer assignment may be here. Reload the screen and try again.',
  'error.lock.undeclared': 'The dossier opens after the declaration on recusal. Declare first.',
  'error.lock.recused':
    'You are recused, and the dossier stays closed. If the division decides otherwise, it must export the assignment again.',
  'error.lock.destroyed':
    'The key was destroyed when you declared a ground for recusal. If you are to review after all, ask the division for a new export.',
  'error.lock.key-missing':
    'The key to this dossier is not on this computer; its file may have been deleted. Import the same assignment again.',
  'error.lock.part-missing':
    'A part of the locked contents is missing; the disk may be failing. Import the same assignment again.',
  'error.lock.other-desk':
    'The key is for another desk of yours. Open the dossier on that computer, or give this desk’s card to the division and ask for a new export.',
  'error.lock.newer':
    'A newer Lianshen wrote this dossier and this version does not understand all of it, so it was not opened; key and contents are kept. Upgrade Lianshen and open it then.',
  'error.lock.broken':
    'The locked contents do not agree with the key or the list; nothing was taken over. Ask the division for a new export, and compare fingerprints.',
}
