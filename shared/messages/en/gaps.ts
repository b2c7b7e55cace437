import type { zhGaps } from '../zh/gaps'

export const enGaps: Readonly<Record<keyof typeof zhGaps, string>> = {
  'gap.day-early': '{{day}} ({{on}}) comes before {{than}} ({{thanOn}}). Please check.',
  'gap.day-late': '{{day}} ({{on}}) comes after {{than}} ({{thanOn}}). Please check year, month and day.',
  'gap.of': '{{name}}: {{sentence}}',
  'gap.need-year': 'Please enter a year of four digits, such as 2026.',
  'gap.need-seq': 'Enter the number of the batch, such as 1.',
  'gap.need-copies': 'Enter the number of copies, such as 3, or leave it empty where none is asked for.',
  'gap.year-outside': '{{year}} is not among the years that can be entered ({{from}} to {{to}}). Please check.',
  'gap.too-long': 'Too long; at most {{most}} characters.',
  'gap.number-form': '“{{number}}” is not written like a document number; write it as 川科高〔2026〕27号.',
  'gap.number-year': 'The year in “{{number}}” ({{year}}) does not fit the day ({{on}}). Please check.',
  'gap.number-taken': '“{{number}}” belongs to another batch. Please check.',
  'gap.batch-year': 'The date of the notice ({{on}}) does not fit the year of the batch ({{year}}). Please check.',
  'gap.dossier-twice': 'The same dossier is listed twice: {{name}}.',
  'gap.expert-twice': 'The same expert is listed twice: {{name}}.',
  'gap.ending-listed': 'The register has a line of “{{name}}” on the same day and ground. Please check.',
  'gap.published':
    'This alliance is published as a pilot: no opinion of the review can be sealed or corrected any more.',
  'gap.sealed-already':
    'These very words are sealed; nothing was sealed twice. To correct them, press “Correct”, change them and seal again.',
  'gap.same-divisions': 'These divisions have the dossier already; there is nothing to hand over.',
  'gap.sample-among-real': 'Sample dossiers cannot stand beside real ones: {{name}}.',
  'gap.placeholder':
    'Some names are still placeholders: {{name}}. Put the real ones in the settings, the roster or the notice first.',
  'gap.cohort-empty': 'There is no alliance on the list yet.',
  'gap.cohort-open':
    '{{count}} that the question finds are neither in nor left out with a reason: {{name}}. Put them in, or say why not.',
  'gap.campaign-twice':
    'Another running campaign of this kind and year asks these alliances already: {{name}}. Take them off one of the lists.',
  'gap.campaign-governs':
    'The days for {{year}} are set by a campaign that runs; to give this alliance more time, grant an extension on its board.',
  'gap.extension-same': 'The new day must be later than the last day of the notice ({{on}}).',
  'gap.arrival-no-part': '{{name}}: say which part arrived.',
  'gap.arrival-no-day': '{{name}}: fill in the day of receipt.',
  'gap.arrival-to-come': '{{name}}: the day of receipt ({{on}}) is later than today.',
  'gap.no-number': '“{{name}}” is a number, such as 1200 or 12.5.',
  'gap.change-not-member':
    '“{{name}}” is no member at present, so this contradicts the dossier. Check the kind of change and the unit.',
  'gap.change-is-member': '“{{name}}” is a member already, so it cannot join. Check the name.',
  'gap.change-same-name': '“{{name}}” is the present name; nothing changes. Check the new name.',
  'gap.change-not-lead':
    '“{{name}}” is neither the lead unit nor the chair unit. For another member choose “Member renamed”.',
  'gap.change-holds-office':
    '“{{name}}” is the chair, the lead unit or the secretariat and cannot just leave. Record and carry the change of that office first.',
  'gap.change-few-units': 'A merger or a split is of two units or more, each another.',
  'gap.change-nothing':
    'Nothing says what changes in the dossier, so there is nothing to carry. Fill in the new name or the units.',
  'gap.change-carried':
    'This change was carried into version {{version}} of the dossier; it is neither carried again nor altered.',
  'gap.change-not-filed': 'This change is not filed yet (day and paper), so it cannot be carried.',
  'gap.evaluation-not-open': 'The evaluation of this term is not open, so there is no course to record. Open it first.',
  'gap.more-returned': 'More came back than were sent ({{sent}}).',
  'gap.ends-before': 'This is earlier than its beginning ({{from}}).',
  'gap.rectify-off':
    'The office has not chosen the work rule that lets a rectification stand before the result; Art. 17 knows none.',
  'gap.rectify-decided': 'The result is on record; a rectification can only stand before it.',
  'gap.rectify-running':
    'The rectification (until {{until}}) was not looked at again, so nothing fails yet. Record the second look first.',
  'gap.display-off': 'The office has not chosen the work rule to display results.',
  'day.filing-submitted': 'The request for filing',
  'day.filing-refused': 'The refusal of filing',
  'day.applied': 'The pilot application',
  'day.application-accepted': 'The acceptance of the application',
  'day.business-opinion': 'The opinion of the business division',
  'day.organisation-opinion': 'The opinion on the organisational form',
  'day.panel-held': 'The panel meeting',
  'day.expert-opinion': 'The opinion of an expert',
  'day.panel-opinion': 'The opinion of the panel',
  'day.term-began': 'The first day of the pilot term',
  'day.evaluation-opened': 'The opening of the evaluation',
  'day.evaluation-step': 'A step of the evaluation',
  'day.evaluation-decided': 'The result of the evaluation',
  'day.heard': 'The hearing',
  'day.revoked': 'The revocation',
  'day.change-completed': 'The completion of the formalities',
  'day.change-filed': 'The filing of the change',
  'day.change-known': 'The day on which the change became known',
  'day.campaign-issued': 'Date of the notice',
  'day.window-from': 'First day',
  'day.window-to': 'Last day',
  'day.extended-to': 'Last day after the extension',
  'day.today': 'today',
  'day.three-months-on': 'three months from today',
}
