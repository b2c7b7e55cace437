import type { PieceName, PieceProblem } from '../../ipc/profile-pieces'
import { pieceSentences } from '../zh/profile-pieces'

const pieces: Readonly<Record<PieceName, string>> = {
  root: 'profile folder',
  profile: 'file that describes the desk',
  keys: 'key file',
  journal: 'data file',
  drafts: 'drafts file',
  settings: 'settings file',
  wait: 'record of wrong passphrases',
  attachments: 'attachments folder',
  staging: 'staging folder',
  locks: 'folder of locked dossiers',
  snapshots: 'snapshots folder',
  aside: 'folder of what was put aside',
}

const problems: Readonly<Record<PieceProblem, string>> = {
  unreadable:
    'The [piece] “{{path}}” cannot be read: this user of the computer may not. Log in as the user who made it, or ask an administrator for the right to read and write, and open again; nothing was changed.',
  'read-only':
    'The [piece] “{{path}}” can be read but not written. Take its read-only mark off, or ask an administrator for the right to write, and open again; nothing was changed.',
  'no-folder':
    'Where the [piece] “{{path}}” should be there is no folder. Move what stands in its place away, put the folder back from a backup, and open again; nothing was changed.',
  'no-file':
    'Where the [piece] “{{path}}” should be there is no file. Move what stands in its place away, put the file back from a backup, and open again; nothing was changed.',
  'dead-link':
    'The [piece] “{{path}}” is a link that leads nowhere. Connect the disk it leads to, or delete the link and put the original back from a backup, and open again; nothing was changed.',
  'disk-read-only':
    'The [piece] “{{path}}” lies on a disk that is read-only, so that nobody can work in it. Open its write protection, or ask an administrator; to look only, use the command line’s audit. Nothing was changed.',
}

export const enPieceErrors = pieceSentences(pieces, problems)
