import type { zhAudit } from '../zh/audit'

export const enAudit: Readonly<Record<keyof typeof zhAudit, string>> = {
  'audit.title': 'Audit',
  'audit.note':
    'Checks the signature and order of every record on this desk, and lists who changed what, from what to what, and when. It only reads; nothing is changed.',
  'audit.start': 'Start the audit',
  'audit.again': 'Audit again',
  'audit.stop': 'Stop',
  'audit.stopped': 'The audit was stopped. Nothing was changed.',
  'audit.running': 'Checking: {{percent}} %',
  'audit.whole':
    'The chains of records are whole: {{records}} records, {{authors}} author(s); signatures, numbers and links all agree.',
  'audit.broken': 'Wrong from {{where}} on: {{what}}',
  'audit.brokenNowhere': 'The chains of records are not whole: {{what}}',
  'audit.alsoBroken': 'Also: {{what}}',
  'audit.further': 'There are {{count}} more faults behind these; look into the ones above first.',
  'audit.othersWhole': 'The chains of the other {{count}} author(s) are whole.',
  'audit.torn':
    'The last {{bytes}} bytes of the file were not finished: writing was interrupted, or goes on just now. They never counted as saved and do not bear on the result.',
  'audit.notUnderstood':
    '{{count}} records were written by a newer version; their signatures hold, but this version does not understand them. Upgrade to read them.',
  'audit.missing':
    '{{who}}: {{count}} of the records {{first}} to {{last}} are here; {{missing}} were not handed over (a bundle brings only what concerns its receiver; this is normal).',
  'audit.range': '{{records}} records, {{authors}} author(s), from {{from}} to {{to}}.',
  'audit.rangeEmpty': 'There are no readable records.',
  'audit.unknownAuthor': '(unknown)',
  'audit.place': 'record {{number}}',
  'audit.same': 'The same as before; nothing changed',
  'audit.nothingSaid': 'First record; nothing filled in',
  'audit.closed': 'Not shown before the panel opens all opinions together',
  'audit.first': 'First record',
  'audit.changed': '{{field}}: {{from}} → {{to}}',
  'audit.added': '{{field}}: {{to}}',
  'audit.andMore': '{{what}} (and {{count}} more)',
  'audit.filter.from': 'From day',
  'audit.filter.to': 'To day',
  'audit.filter.text': 'Find',
  'audit.filterWords': '{{name}}: {{value}}',
  'audit.filter.clear': 'Clear filters',
  'audit.filter.all': 'All',
  'audit.count': '{{shown}} of {{all}} records',
  'audit.nothingMatches': 'No record matches the filters.',
  'audit.empty': 'Start the audit: every record and what it changed will be listed here.',
  'audit.list': 'Records, the newest first; move with the arrow keys, Page Up, Page Down, Home and End',
  'audit.detail': 'Details of the record',
  'audit.pick': 'Choose a record in the list: what it changed, from what to what, is shown here.',
  'audit.by': '{{name}} ({{unit}})',
  'audit.clock': "by the author's clock",
  'audit.before': 'Before',
  'audit.after': 'After',
  'audit.showAll': 'Show all {{count}}',
  'audit.identity':
    "Record {{number}} · author's number {{seq}} · logical clock {{lamport}} · key fingerprint {{fingerprint}}…",
  'audit.export.csv': 'Export a table (CSV)',
  'audit.export.report': 'Audit report (DOCX, PDF)',
  'audit.export.title': 'Export the audit as a table',
  'audit.export.write': 'Export',
  'audit.export.scopeAll': 'All {{count}} records will be exported.',
  'audit.export.scopeSome': '{{count}} records will be exported by the present filters: {{filters}}.',
  'audit.export.plain': 'The file is not encrypted and holds contents of dossiers; keep it with care.',
  'audit.fileName': 'Audit',
  'audit.fileNameSome': 'Audit (filtered)',
  'audit.moreChanges': '{{count}} more, see the CSV table',
  'auditState.sound': 'Sound',
  'auditState.later': 'Chain broken before it',
  'auditState.bad': 'Wrong',
  'auditState.not-understood': 'Not understood',
  'audit.column.at': "Time (author's clock)",
  'audit.column.lamport': 'Logical clock',
  'audit.column.fingerprint': 'Key fingerprint (two groups)',
  'audit.column.seq': "Author's number",
  'audit.column.field': 'Item',
  'audit.column.state': 'Check',
  'audit.column.recordId': 'Record id',
  'auditBreach.unreadable':
    'the bytes of the file at {{where}} are damaged (from byte {{detail}} on) and no record can be read. Delete nothing; check the snapshots in Settings and restore one if needed.',
  'auditBreach.not-a-record':
    '{{where}} is not in the form of a record. Do not use this file; ask {{who}} for it again.',
  'auditBreach.changed':
    'the content of {{where}} (number {{seq}} of {{who}}, {{id}}) was changed after it was signed. Do not rely on it; ask {{who}} for the original, or restore a snapshot of this desk.',
  'auditBreach.unknown-author':
    'the author of {{where}} (number {{seq}} of {{who}}) never introduced itself, so that the signature cannot be checked. Ask the sender for a bundle with its card.',
  'auditBreach.bad-signature':
    "the signature on {{where}} (number {{seq}} of {{who}}, {{id}}) is not its author's. Do not rely on it; ask {{who}} in person or by telephone.",
  'auditBreach.wrong-link':
    '{{where}} (number {{seq}} of {{who}}, {{id}}) does not follow on the record before it: records were replaced or taken out. Ask {{who}} for a whole archive bundle and compare.',
  'auditBreach.repeated':
    '{{where}} (number {{seq}} of {{who}}, {{id}}) stands there twice. Do not put files together by hand; restore a snapshot.',
  'auditBreach.forked':
    '{{who}} has two different records under number {{seq}}: {{detail}} is used; {{where}} ({{id}}) differs and is kept apart. Ask {{who}} whether two copies of the desk are in use.',
  'auditBreach.gap':
    'records {{range}} of {{who}} are not here. Restore a snapshot in Settings, or import an archive bundle from somebody who received them.',
  'auditBreach.cut-tail':
    'the chain of {{who}} ends here, but records {{range}} existed: its end was cut off, or an older copy was put back. Restore a snapshot in Settings, or import an archive bundle from somebody who received them.',
  'auditBreach.rewritten':
    'record {{seq}} of {{who}} ({{where}}, {{id}}) differs from what was seen elsewhere ({{detail}}): the history was rewritten. Ask {{who}} and find the original copy.',
  'auditBreach.summary':
    'the records are not those of the list that the sender signed ({{detail}} by the list). Do not use the bundle; ask the sender for it again.',
  'cli.audit.about':
    'Walk the chains of records of a profile or bundle and list who changed what, from what to what; exit code 1 if a chain is not whole',
  'cli.audit.target': 'A profile folder, or a bundle (.lsb, .lsb.age)',
  'cli.audit.csv': 'Write all records as a CSV table',
  'cli.audit.docx': 'Write the audit report (DOCX)',
  'cli.audit.passphraseFile':
    'The passphrase is the first line of this text file; otherwise it is asked for at the terminal, without echo',
  'cli.audit.noProfile':
    '“{{file}}” is not a profile: it has no profile.json and journal.lsj. Name the profile folder of a desk, or a bundle file.',
  'cli.audit.inUse': '“{{file}}” is open in another Lianshen; what stood there at the moment of reading is audited.',
  'cli.audit.unsafe':
    '“{{file}}” is open in another Lianshen that is converting it from an older format; reading it now is not safe. Wait until it is done, or close it.',
  'cli.audit.tooMany': 'There are {{count}} records; the audit report (DOCX) holds at most {{most}}. Use --csv.',
  'cli.audit.lookedOver':
    'The desk’s own verification: last compared byte by byte {{comparedAt}}; all verified {{verifiedAt}}.',
  'cli.audit.neverLookedOver': 'not known',
  'cli.audit.intoProfile':
    'The output “{{file}}” lies in the profile, which an audit does not change. Write it elsewhere.',
  'cli.audit.sameTwice': '--csv and --docx name the same file “{{file}}”. Name two.',
  'cli.audit.line': '{{place}}  {{at}}  {{name}} ({{unit}}, {{fingerprint}})  {{kind}}  {{dossiers}}',
}
