import type { zhMerge } from '../zh/merge'

export const enMerge: Readonly<Record<keyof typeof zhMerge, string>> = {
  'outcome.conflicting': 'Conflicting, a person chooses',
  'outcome.not-for-you': 'Not for this desk',
  'import.undone':
    'This desk has the record, but its import was undone. Redo the import in the list of bundles taken in.',
  'historyDoubt.title':
    'The history in this bundle differs from what this desk holds. Nothing that differs is merged; ask the other side why.',
  'historyDoubt.rewritten':
    'The history of {{who}} was rewritten: this desk holds record {{heldSeq}}, {{heldId}}; the bundle shows {{shownId}}. Ask them to find their original profile or a snapshot and to export again from it. If {{who}} is you: an older copy was opened and written in before the division’s assignment bundle was imported; open that copy again, import the assignment bundle first, then write again.',
  'historyDoubt.shortened':
    'The history of {{who}} was shortened: this desk holds their record {{heldSeq}}, {{heldId}}; the bundle ends at {{shownSeq}}, {{shownId}}. They may have gone back to an older copy: tell them.',
  'historyDoubt.went-back':
    'This desk went back to an older copy: it holds its own records up to {{heldSeq}}, the other side has seen {{shownSeq}}, {{shownId}}. After the import this desk writes on from {{shownSeq}}. To get the missing records back, ask the other side for an archive bundle of the dossiers (experts: for the assignment bundle again) and import it.',
  'laterVersion.title':
    '{{count}} dossiers have a new version since the opinion of the panel. Once taken, send each to review on its own page.',
  'laterVersion.line': '{{name}}: version {{version}} (the panel judged version {{opinionVersion}})',
  'unknownMove.title':
    '{{count}} changes of state are not in the table of states. They are merged like all others; ask the sender about them first.',
  'unknownMove.line': '{{name}}: from “{{from}}” to “{{to}}” ({{action}}), by {{by}} on {{on}}, recorded at {{desk}}',
  'dryRun.undone': 'This import was undone. To bring it back, choose “Redo” in the list of bundles taken in below.',
  'imports.undo': 'Undo import…',
  'imports.redo': 'Redo import…',
  'imports.isUndone': 'Undone',
  'imports.tooOld':
    'There is no list to undo: imported by an older version, or it brought only the card of the other desk.',
  'imports.undoTitle': 'Undo import: {{file}}',
  'imports.redoTitle': 'Redo import: {{file}}',
  'imports.undoNote':
    'Undoing only stops using the {{count}} records of this import. They stay, and the import can be redone at any time.',
  'imports.redoNote': 'Redoing uses the {{count}} records of this import again.',
  'imports.changes': 'What would change:',
  'imports.noChange': 'Nothing that shows would change: newer records stand in every place.',
  'imports.change.removed': 'no longer shows',
  'imports.change.reverted': 'falls back to what {{who}} wrote, {{when}}',
  'imports.change.restored': 'uses again what {{who}} wrote, {{when}}',
  'imports.change.fewer-rivals': 'a statement that conflicts with it goes; what shows stays',
  'imports.change.more-rivals': 'statements conflict again; a person has to choose',
  'imports.effect': 'Change',
  'imports.noDossier': '(of no dossier)',
  'imports.undone': 'Import undone: {{file}}',
  'imports.redone': 'Import redone: {{file}}',
  'imports.papers':
    'What this import brought stands on these exported papers. They do not change with it; whether they are corrected or called back is for you to decide:',
  'imports.paperLine': '{{document}} ({{names}}, {{when}}): {{files}}',
  'imports.papersSeen': 'I have looked at these papers and undo the import all the same',
  'imports.blocked':
    'It cannot be undone: later work of this desk builds on it. Deal with the following first, or correct the dossier instead.',
  'imports.blockedBy': '{{name}}: {{what}} ({{when}}) builds on the imported “{{on}}”',
  'imports.reasonNeeded': 'Give the reason; the history shows it.',
  'imports.doUndo': 'Undo this import',
  'imports.doRedo': 'Redo this import',
  'conflicts.note':
    'Two people changed the same thing without knowing of each other. One is shown for the time being, both are kept; a person chooses and says why. Without a choice nothing changes; if one side writes again, only that side is updated.',
  'conflicts.noteExpert':
    'Divisions stated things differently, or a history does not agree. One is shown here for the time being; the division chooses, and their next bundle brings the choice.',
  'conflicts.divisionSettles': 'The division settles this one, not you. If it matters to your review, tell them.',
  'conflicts.none': 'There is no conflict to settle.',
  'conflicts.open': '{{count}} conflicts to settle',
  'conflicts.see': 'See the conflicts',
  'conflicts.mark': 'Conflict',
  'conflicts.only': 'Only with conflicts',
  'conflicts.shown': 'shown for now',
  'conflicts.by': '{{who}}, {{when}} (their computer’s clock)',
  'conflicts.same': 'The other {{count}} items are the same',
  'conflicts.changed': 'This side changed {{count}} times since (first written {{when}}); this is its newest',
  'conflicts.changedMeanwhile':
    'A side changed after you picked. Look at the new text and pick again; the reason you wrote is still there.',
  'conflicts.use': 'Use {{letter}}',
  'conflicts.third': 'Write another one',
  'conflicts.thirdPick': 'Choose item by item; texts can be rewritten:',
  'conflicts.from': 'As {{letter}} has it',
  'conflicts.reasonNeeded': 'Say why you choose so. The history keeps the reason.',
  'conflicts.choose': 'First choose which one to use.',
  'conflicts.settle': 'Confirm',
  'conflicts.invalid': 'It is not complete like this and cannot be saved: {{detail}}.',
  'conflicts.quarantined': 'Records in quarantine',
  'conflicts.quarantinedNote':
    'Two different records of one author stand under one number. The first to come is used; the later is kept here and counts for nothing. Ask the author.',
  'conflicts.seq': 'No. {{seq}}',
  'conflicts.held': 'Used here',
  'conflicts.apart': 'In quarantine',
  'conflicts.doubts': 'Histories in doubt',
  'conflicts.doubtAt': 'found at the import of {{when}}',
}
