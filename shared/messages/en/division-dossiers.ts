import type { zhDivisionDossiers } from '../zh/division-dossiers'

export const enDivisionDossiers: Readonly<Record<keyof typeof zhDivisionDossiers, string>> = {
  'dossiers.count': '{{shown}} of {{all}} shown',
  'dossiers.newByForm': 'New dossier by form',
  'dossiers.newByFiles': 'New dossier from files',
  'dossiers.openBundle': 'Open a bundle',
  'dossiers.loadSamples': 'Load samples',
  'dossiers.empty':
    'All dossiers stand here. Enter one by form, drop its PDF files, open a bundle you received, or load samples to practise.',
  'dossiers.filterStatus': 'Filter by state',
  'dossiers.onlyMissing': 'Only with missing materials',
  'dossiers.clearSearch': 'Clear search “{{query}}”',
  'dossiers.nothingMatches': 'No dossier matches. Widen the filter or clear the search.',
  'dossiers.next': 'Next step',
  'dossiers.missing': 'Missing',
  'dossiers.deadline': 'Deadline',
  'dossiers.provisional': '(provisional)',
  'dossiers.overdue': '(passed)',
  'dossiers.json.hint': 'Drop a single dossier file (JSON) here',
  'dossiers.json.notJson':
    '“{{file}}” is no dossier file: it cannot be read as JSON. Ask the sender to export it again. Nothing was changed.',
  'dossiers.json.wrongField':
    '“{{file}}” was not taken: field {{path}} {{problem}}. Correct it and drop the file again. Nothing was changed.',
  'dossiers.json.preview': 'Before it is taken: {{file}}',
  'dossiers.json.take': 'Take the dossier',
  'dossiers.json.asVersion':
    'This dossier is here already. It becomes version {{version}}; its status stays what it is and does not change by the file.',
  'dossiers.json.setDown': 'Its status will be: {{status}}.',
  'dossiers.json.notLed':
    'The status table has no way from “Draft” straight to “{{status}}”; only what the file says of itself puts it there. Check where it comes from before you take it.',
  'dossiers.json.contradicts': 'Days in the file contradict each other; it can be taken, but check them afterwards:',
  'dossiers.json.note': 'Taken from the file {{file}}',
  'dossiers.json.unchanged': '“{{file}}” has the very content this desk has; nothing changed.',
  'dossiers.samples.title': 'Load sample dossiers',
  'dossiers.samples.invented':
    'All samples are invented, for practice only. Never take them to a panel or publish them with real dossiers.',
  'dossiers.samples.line': '{{defect}} · {{count}} files',
  'dossiers.samples.chooseAll': 'Choose all',
  'dossiers.samples.load': 'Load {{count}}',
  'dossiers.samples.note': 'Sample dossier, invented',
}
