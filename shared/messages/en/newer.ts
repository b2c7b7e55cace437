import type { zhNewer } from '../zh/newer'

export const enNewer: Readonly<Record<keyof typeof zhNewer, string>> = {
  'newer.readOnly': 'A newer Lianshen wrote this bundle ({{format}}): it can be looked at but not taken in.',
  'newer.holds':
    'This bundle holds records that only a newer Lianshen understands: it can be looked at but not taken in.',
  'newer.why':
    'Every file was verified; nothing is damaged. Some of it is not understood by this version, and the rest alone could be wrong, so nothing was recorded. Keep the file, upgrade Lianshen and import it again; if there is no time for that, hand the refusal slip to the sender.',
  'newer.sum': 'Not understood: {{parts}}.',
  'newer.sum.records': 'records {{count}}',
  'newer.sum.fields': 'items of the list {{count}}',
  'newer.sum.entries': 'files {{count}}',
  'newer.sum.leftOut': 'not listed {{count}}',
  'newer.each': 'One by one (lines: {{count}})',
  'newer.line': '{{what}} × {{count}}, by {{author}}: {{why}}',
  'newer.lineOfDossier': '{{what}} × {{count}} of dossier “{{dossier}}”, by {{author}}: {{why}}',
  'newer.unknownKind': '“{{type}}”',
  'newer.unknownAuthor': 'an unknown desk',
  'newer.why.unknown-type': 'this version has no such kind of record',
  'newer.why.newer-version': 'written in version {{v}} of its form; this version knows 1 only',
  'newer.why.unknown-fields': 'has items that this version does not know: {{fields}}',
  'newer.why.bad-payload': 'its content has a form that this version does not know',
  'newer.fields': 'Items of the list that this version does not know: {{names}}',
  'newer.entries': 'Files that this version does not know (verified, not opened): {{names}}',
  'newer.nothingNamed': 'No unknown name, but the format is newer and may mean something else',
  'outcome.read-only': 'For viewing only',
}
