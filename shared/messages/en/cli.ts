import type { zhCli } from '../zh/cli'

export const enCli: Readonly<Record<keyof typeof zhCli, string>> = {
  'cli.about':
    'Lianshen on the command line: check dossiers, count terms, verify bundles and files, write opinions and notices. Answers go to stdout, messages to stderr.',
  'cli.exitCodes': 'Exit codes: 0 good; 1 something is invalid or not met; 2 unreadable input or wrong usage.',
  'cli.heading.usage': 'Usage:',
  'cli.heading.arguments': 'Arguments:',
  'cli.heading.options': 'Options:',
  'cli.heading.commands': 'Commands:',
  'cli.option.help': 'show help',
  'cli.option.version': 'show the version',
  'cli.option.lang': 'language of messages: {{languages}} (zh by default)',
  'cli.option.calendar': 'further calendar files (lianshen-calendar/1), one or more',
  'cli.option.json': 'print JSON alone on stdout',
  'cli.option.passphraseFile':
    'open a bundle encrypted by passphrase: the passphrase is the first line of this text file; otherwise it is asked for at the terminal, without echo',
  'cli.passphrase.ask': 'Passphrase of “{{file}}”: ',
  'cli.passphrase.noTerminal':
    '“{{file}}” needs a passphrase and there is no terminal to ask at. Give a file with --passphrase-file.',

  'cli.usage.unknownCommand': 'There is no command "{{name}}". See lianshen --help for all commands.',
  'cli.usage.noCommand': 'No command given. See lianshen --help for all commands.',
  'cli.usage.unknownOption': 'There is no option "{{name}}". See lianshen COMMAND --help.',
  'cli.usage.missingArgument': 'Argument "{{name}}" is missing. See lianshen COMMAND --help.',
  'cli.usage.missingOptionValue': 'Option "{{name}}" needs a value.',
  'cli.usage.missingOption': 'Option "{{name}}" is required.',
  'cli.usage.invalidValue': '"{{value}}" cannot be used for {{name}}: {{expected}}.',
  'cli.usage.excessArguments': 'Too many arguments. See lianshen COMMAND --help.',
  'cli.usage.other': 'Wrong usage: {{detail}}',
  'cli.expected.day': 'write a date that exists, such as 2026-12-05',
  'cli.expected.count': 'write a whole number from 1 to 3000',
  'cli.expected.lang': 'write {{languages}}',
  'cli.unexpected': 'Internal error, nothing was finished: {{detail}}. Please keep the input and tell the maintainers.',

  'cli.input.missing': 'File "{{file}}" was not found. Check the path and the name.',
  'cli.input.unreadable': 'File "{{file}}" cannot be read. Check its permissions, or whether the medium was unplugged.',
  'cli.input.isFolder': '"{{file}}" is a folder, not a file. Name a file in it.',
  'cli.input.notAFile': '"{{file}}" is not a regular file. Name a file on disk.',
  'cli.input.empty': 'File "{{file}}" is empty. Ask the sender for it again.',
  'cli.input.tooLarge':
    'File "{{file}}" has {{size}} bytes, above the limit of {{limit}}. Check that it is the right file.',
  'cli.input.notUtf8': 'File "{{file}}" is no UTF-8 text. Save it as UTF-8 and try again.',
  'cli.input.notJson':
    'File "{{file}}" is no valid JSON: see line {{line}}, character {{column}}. Mend that place or export it again.',
  'cli.input.wrongField':
    'File "{{file}}": "{{field}}" is wrong: {{cause}}. Mend it by the format that lianshen schema prints.',
  'cli.input.wrongFields':
    'File "{{file}}": "{{field}}" is wrong: {{cause}} (and {{more}} more). Mend it by the format that lianshen schema prints.',
  'cli.input.wrongFormat':
    'File "{{file}}" has format "{{found}}", here "{{expected}}" is needed. Check that it is the right file; if a newer version wrote it, update first.',
  'cli.input.noDossier': 'Bundle "{{file}}" holds no dossier to check. Use a dossier, assignment or archive bundle.',
  'cli.input.refusedBundle': '{{cause}}',

  'cli.schema.about': 'print the JSON Schema of dossier, opinion (opinion record), batch, or manifest (of a bundle)',
  'cli.schema.name': 'name of the format: dossier, opinion, batch or manifest',
  'cli.schema.unknown': 'There is no format "{{name}}". Known: {{known}}.',

  'cli.deadline.about':
    'last day of a span of working days (Art. 18: 30 working days, the day of completion not counted)',
  'cli.deadline.from': 'day on which the formalities were completed',
  'cli.deadline.workingDays': 'number of working days',
  'cli.deadline.answer': 'Working day {{count}} from {{from}} is {{lastDay}}',
  'cli.deadline.provisional':
    ' (provisional: the holidays of a year on the way are not published yet; count again when they are)',

  'cli.term.about': 'term of a pilot (Art. 14: three years)',
  'cli.term.from': 'first day (date of the notice)',
  'cli.term.answer': 'The pilot term runs from {{from}} to {{to}}',

  'cli.check.about': 'check a dossier (JSON or bundle) against every rule; exit code 1 if an automatic rule is not met',
  'cli.check.file': 'dossier JSON file or bundle (.lsb)',
  'cli.check.on': 'day to check by, today unless stated',
  'cli.check.title': '{{name}} ({{id}}, version {{version}}, hash {{hash}}, checked by {{on}})',
  'cli.check.column.rule': 'Rule',
  'cli.check.column.title': 'What is checked',
  'cli.check.article': 'Art. {{clause}}',
  'cli.check.clause': 'Art. {{article}}({{item}})',
  'cli.check.workRule': 'work rule (at Art. {{article}})',
  'cli.check.awaiting': 'a person decides',
  'cli.check.by': '{{person}}, {{on}}: {{reason}}',
  'cli.check.override': 'the system said {{system}}; changed by {{person}} on {{on}}: {{reason}}',
  'cli.check.summary':
    'Automatic: {{met}} met, {{notMet}} not met, {{provisional}} provisional, {{notApplicable}} not applicable; for people: {{judged}} judged, {{open}} open.',

  'cli.inspect.about': 'list what a bundle holds: from whom, to whom, records and attachments',
  'cli.inspect.file': 'bundle (.lsb)',
  'cli.inspect.slip': 'if the bundle is refused, write a refusal slip for its sender as PDF or DOCX (by the ending)',
  'cli.inspect.slipWritten': 'The refusal slip “{{file}}” was written.',
  'cli.inspect.field.from': 'From',
  'cli.inspect.field.createdAt': 'Made at',
  'cli.inspect.field.attachments': 'Attachments',
  'cli.inspect.field.sha256': 'SHA-256',
  'cli.inspect.recordCount': '{{type}}: {{count}}',
  'cli.inspect.attachmentCount': '{{count}}, {{bytes}} bytes in all',

  'cli.verify.about': 'verify bundles, PDFs, or DOCX with their .p7s',
  'cli.verify.files': 'files to verify; the signature of a DOCX is the same name with .p7s',
  'cli.verify.code': 'the 8-character code on paper, or the whole text of the QR code; needs --register',
  'cli.verify.register': 'the register: an archive or dossier bundle in which codes and files are looked up',
  'cli.verify.nothing':
    'No file and no code to verify. Write lianshen verify FILE, or lianshen verify --code CODE --register BUNDLE.',
  'cli.verify.codeNeedsRegister':
    'A code is looked up in a register. Give an archive or dossier bundle with --register.',
  'cli.verify.badCode':
    '"{{code}}" is no code and no QR code of Lianshen. A code has 8 letters and digits (no U); compare it with the paper and type it again.',
  'cli.verify.noRegister':
    '"{{file}}" holds no registered paper, so no code can be looked up. Use the archive bundle that the division exported.',
  'cli.verify.unknownCode':
    'The register does not have this code, or the whole hash in the QR code is another. Compare it with the paper and try again; if it is still unknown, do not use the paper and ask the issuing office.',
  'cli.verify.notRegistered':
    'This file is not in the register: it is not among those of this archive, or was changed after its export.',
  'cli.verify.paper': '{{document}}: {{name}}, code {{code}}, exported at {{at}} (clock of the exporting computer)',
  'cli.verify.paperVersion': 'Panel opinion version {{opinion}}, on dossier version {{version}}',
  'cli.verify.pilot': '{{name}}: {{status}} {{term}}',
  'cli.verify.countersignature':
    'Countersigned by {{name}}: {{way}}, {{at}} (clock of the signer), {{state}}; certificate {{fingerprint}}',
  'cli.verify.verdict.other-form': "valid in form, not of this product's form",
  'cli.verify.verdict.unchecked': 'signature not checked here',
  'cli.verify.verdict.locked': 'encrypted, cannot be verified',
  'cli.verify.signature':
    "{{signer}} ({{unit}}) signed at {{at}} (the signer's own clock), content {{state}}; signer {{trust}}; certificate {{fingerprint}}",
  'cli.verify.trust.self': "is the register's own desk",
  'cli.verify.trust.confirmed': "confirmed by the register's own desk",
  'cli.verify.trust.known': "met by the register's own desk, not confirmed",
  'cli.verify.trust.unknown': 'says so, not confirmed',
  'cli.verify.trust.namesake': 'bears a known name with another key; perhaps an impostor',
  'cli.reverify.about':
    'verify every file in a folder again, and name those with another verdict than from an older version',
  'cli.reverify.folder': 'the folder, with all folders in it',
  'cli.reverify.noFolder': '"{{folder}}" is no folder that can be opened. See to the path.',
  'cli.reverify.absent': 'Registered, but nowhere in this folder:',
  'cli.verify.unchanged': 'unchanged',
  'cli.verify.changed': 'changed',
  'cli.verify.unknownTime': 'an unknown time',
  'cli.verify.noDocument':
    '"{{file}}" is a signature, but the signed file "{{document}}" is not beside it. Put both into one folder.',
  'cli.verify.unknownFormat': '"{{file}}" is no bundle, PDF or DOCX and cannot be verified.',
  'cli.verify.note':
    "The internal integrity signature shows that a file is unaltered and which desk it comes from; it is no electronic seal and no licensed authority's signature.",

  'cli.template.about': 'check whether a Word file may give the words of a notice or letter; exit code 1 if it may not',
  'cli.template.act': 'what to do: check',
  'cli.template.file': 'template (.docx)',
  'cli.template.kind': 'kind of document: {{known}}',
  'cli.template.fit': '"{{file}}" can be a template of {{document}}. These are its words:',
  'cli.template.refused': '"{{file}}" cannot be a template of {{document}}. Mend the following:',
  'cli.template.unknownAct': 'There is no command "template {{name}}". Use lianshen template check.',
  'cli.template.unknownKind': '"{{name}}" has no template. Kinds that have one: {{known}}.',

  'cli.opinion.about': 'write the panel opinion from an opinion record',
  'cli.opinion.file': 'opinion record JSON (lianshen-opinion-record/1)',
  'cli.notice.about': 'write the notice of publication from a batch',
  'cli.notice.file': 'batch JSON (lianshen-batch/1)',
  'cli.document.pdf': 'path of the PDF to write',
  'cli.document.docx': 'path of the DOCX to write',
  'cli.document.noTarget': 'No output named. Name a file with --pdf or --docx.',
  'cli.document.contradicts': '“{{file}}” contradicts itself; no file was made: {{sentences}}',
  'cli.document.missing': '"{{file}}" lacks the following, so no file was made: {{labels}}. Complete it and try again.',
  'cli.document.missingPanel':
    '"{{file}}" lacks the following, so no file was made: {{labels}}. Complete the proceedings of the dossier.',
  'cli.document.glyph':
    '"{{file}}": no typeface has "{{character}}" ({{codePoint}}) in "{{context}}", so no file was made. Use a form that can be printed or install a font.',
  'cli.document.written': 'Wrote {{file}} ({{size}} bytes, SHA-256 {{sha256}})',
  'cli.document.unsigned':
    'Files made on the command line carry no signature; export from the workbench where one is needed.',
  'cli.output.sameTwice': '--pdf and --docx name the same file "{{file}}". Name two.',
  'cli.output.isFolder': '"{{file}}" is a folder and cannot be written as a file. Add a file name.',
  'cli.output.noFolder': 'The folder of "{{file}}" does not exist. Make it first, or write elsewhere.',
  'cli.output.isInput': 'Output "{{file}}" is the input itself. Name another file.',
  'cli.output.failed':
    'Cannot write "{{file}}": {{cause}}. Check that the folder exists, may be written to, and has room.',

  'cli.demo.about':
    'walk the whole way with sample dossiers: intake, review, experts, panel, consultation, publication; verify every file written',
  'cli.demo.out': 'folder to write into, ./demo-out unless stated',
  'cli.demo.outIsFile': '"{{path}}" is no folder. Name another --out.',
  'cli.demo.outNotEmpty':
    'Folder "{{path}}" holds things that no demo wrote. Name another --out, or move them away first.',
  'cli.demo.step.profiles': 'Set up the division desk and {{count}} expert desks',
  'cli.demo.step.intake': 'Take in {{name}} ({{members}} members, {{materials}} materials)',
  'cli.demo.step.check': 'Check rule by rule: {{met}} met, {{notMet}} not met, {{open}} for people',
  'cli.demo.step.division': 'Seal the opinions of the divisions',
  'cli.demo.step.panel': 'Convene a panel of {{count}} experts',
  'cli.demo.step.recused':
    '{{name}} declares a ground for recusal on one dossier, judges the other and exports the bundle',
  'cli.demo.step.opinion': '{{name}} judges, seals and exports the opinion bundle',
  'cli.demo.step.import': 'The division takes in {{count}} opinion bundles',
  'cli.demo.step.panelOpinion':
    'Panel opinion: {{agree}} agree, {{disagree}} disagree, {{abstain}} abstain, {{recused}} recused',
  'cli.demo.step.consultation': 'Consultation: {{count}} alliances settled',
  'cli.demo.step.documents': 'Write and sign: {{name}}',
  'cli.demo.step.papers': 'Write and sign {{count}} papers of the file',
  'cli.demo.step.archive': 'Archive bundle: {{name}}',
  'cli.demo.step.verify': 'Read back and verify each file',
  'cli.demo.failed': 'Step "{{step}}" could not be finished: {{cause}}',
  'cli.demo.column.bytes': 'Bytes',
  'cli.demo.total': '{{count}} files, {{failed}} failed to verify, {{seconds}} s, report in {{report}}',
  'cli.demo.signatures': '{{count}} signatures, {{signers}}',
  'cli.demo.records': '{{count}} records',
}
