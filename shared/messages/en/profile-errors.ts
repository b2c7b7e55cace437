import type { zhProfileErrors } from '../zh/profile-errors'

export const enProfileErrors: Readonly<Record<keyof typeof zhProfileErrors, string>> = {
  'error.profile.in-use':
    'This profile “{{path}}” is being used by another Lianshen window. Change to that window; if it is surely closed, wait a moment and open again.',
  'error.profile.held':
    'The profile “{{path}}” is open elsewhere: on the computer “{{computer}}”, by “{{user}}”, since {{since}}, last heard of at {{renewedAt}} (by that computer’s clock). One place may have a profile open at a time. Close Lianshen on that computer first; take over only if it is switched off, broken or will not be used again.',
  'error.profile.held-unknown':
    'The lock of the profile “{{path}}” does not tell who left it; another computer may have it open. Make sure that no other computer uses this folder; only then take over.',
  'error.profile.lost':
    'The profile “{{path}}” was taken over by the computer “{{computer}}” (“{{user}}”) at {{since}}. This window has stopped saving; everything saved before is there. Copy what is not saved, close this window and go on at that computer.',
  'error.profile.lock-gone':
    'The lock of the profile “{{path}}” was deleted or changed, so that another computer may be using it. This window has stopped saving; everything saved before is there. Copy what is not saved, close, and open again.',
  'error.snapshot.missing':
    'No snapshot of this desk was found (“{{path}}”); they may have been deleted or moved. What is here is unchanged. New snapshots will be taken; if you have a backup, keep it for now.',
  'error.profile.on-network':
    'The profile “{{path}}” lies on a network drive ({{kind}}). Nothing can be saved while the network is down, and two computers may open it. Close Lianshen, move the whole folder to this computer’s own disk and open it there; for exchange, only the exchange folder belongs on a share.',
  'error.profile.in-sync-folder':
    'The profile “{{path}}” lies in a synchronised folder ({{kind}}). A sync client puts older files from elsewhere in the place of these. Close Lianshen, move the whole folder to this computer’s own disk, outside of it, and open it there; for exchange, only the exchange folder belongs in a synchronised folder.',
  'error.journal.foreign':
    'The data file “{{path}}” was changed by another program (another computer, or a sync client). This window has stopped saving; everything saved before is there. Close Lianshen, find out who uses this folder, and open again.',
}
