import type { zhEndings } from '../zh/endings'

/** The register of revocations and endings. */
export const enEndings: Readonly<Record<keyof typeof zhEndings, string>> = {
  'endings.title': 'Register of revocations and endings',
  'endings.note':
    'Revocations and endings from before this desk, or from elsewhere, are entered here; those of this desk come by themselves. Every filing and application is compared with them (Art. 19: names, chair unit and members).',
  'endings.own': 'Entered by the office',
  'endings.add': 'Enter one',
  'endings.register': 'Enter',
  'endings.correct': 'Correct',
  'endings.strike': 'Strike off',
  'endings.strikeTitle': 'Strike “{{name}}” off',
  'endings.strikeHint': 'It stays readable and is compared with nothing any more. Give the reason.',
  'endings.struck': 'Struck off: {{reason}}',
  'endings.empty': 'Nothing is entered yet. Enter one at a time, or paste a table.',
  'endings.memberCount': 'Members',
  'endings.table': 'Paste or choose a table',
  'endings.waiting': 'Read, and waiting to be entered',
  'endings.leaveOut': 'Leave out',
  'endings.notInOrder': '{{count}} cannot be entered yet. Edit each.',
  'endings.registerAll': 'Enter these {{count}}',
  'endings.here': 'Revoked on this desk',
  'endings.hereNote': 'They come from the dossiers and are not changed here.',
  'endings.noneHere': 'This desk has revoked no pilot yet.',
  'ending.allianceName': 'Name of the alliance',
  'ending.formerNames': 'Former names',
  'ending.leadUnitName': 'Chair or lead unit',
  'ending.memberNames': 'Members',
  'ending.onePerLine': 'One a line, or separated by 、 or ；.',
  'ending.decidedOn': 'Day of revocation or ending',
  'ending.ground': 'Ground',
  'ending.groundHint':
    'A revocation under Art. 19 bars a new application for three years; an ending without one is only pointed out as alike.',
  'ending.source': 'Source document (name or number)',
  'revocationGround.ended': 'Ended without a revocation',
  'table.name.endings': 'revocations and endings',
}
