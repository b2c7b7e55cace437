import type { zhKept } from '../zh/kept'

export const enKept: Record<keyof typeof zhKept, string> = {
  'failure.notWriter':
    'This window has given up the desk, so this step was not done. Take the desk over here and try again.',
  'hold.elsewhere.title': 'This desk is open in another window',
  'hold.elsewhere.meaning':
    'Another window has used this desk since {{time}}. Only one window can write at a time, so that none writes over the other. When you take over, that window first saves what is being written and then stops writing.',
  'hold.elsewhere.close': 'Close this window',
  'hold.elsewhere.closeYourself': 'The browser does not let a page close itself. Please close this tab or window.',
  'hold.takeOver': 'Take over here',
  'hold.lost.title': 'Another window has taken over this desk',
  'hold.lost.allSaved':
    'Everything written here is saved on this computer. This window writes nothing more and may be closed.',
  'hold.lost.meaning': 'This window writes nothing more.',
  'hold.lost.unsaved':
    'The text below is not saved yet. You can copy it. If you take over here it goes into the draft; where that draft has been changed over there, it is kept beside it, and neither is lost.',
  'kept.title': 'Kept texts',
  'kept.note':
    'Texts that met another draft, were given up, or could not be saved in time are kept here until you decide. They stay on this computer, encrypted, and are never exported.',
  'kept.none': 'No kept texts.',
  'kept.frame': 'Texts that did not go into a draft: {{count}}. They are kept beside it; nothing was overwritten.',
  'kept.open': 'Look at them',
  'kept.ofForm': 'Kept texts of this form: {{count}}',
  'kept.why.rival': 'Met another draft, kept beside it at {{time}}',
  'kept.why.abandoned': 'Kept when a correction was abandoned, {{time}}',
  'kept.why.discarded': 'Kept when a draft was discarded, {{time}}',
  'kept.text': 'Text',
  'kept.empty': '(no text, only choices)',
  'kept.takeUp': 'Use this one instead',
  'kept.takeUpMeaning': 'What stands in the form now is kept in the same way.',
  'kept.removeAsk': 'Remove this text? For 30 days it can be brought back from “Kept texts”.',
  'kept.toForm': 'Go to the form',
  'kept.of.opinion': 'Review opinion',
  'kept.of.division-opinion': 'Division opinion',
  'kept.of.panel-opinion': 'Panel opinion',
  'kept.of.intake': 'Intake',
  'kept.of.judge': 'Check by a person',
  'kept.of.override': 'Changed check result',
  'kept.of.batch': 'Batch and notice',
  'kept.of.settings': 'Settings',
  'kept.of.reading-notes': 'Marks and ticks',
  'kept.of.recusal': 'Recusal declaration',
  'kept.of.ending': 'Register of revocations and endings',
  'kept.of.other': 'Other form',
  'draft.unfinished': 'A form was begun and not saved yet ({{time}}).',
  'draft.goOn': 'Go on',
  'draft.discardAsk': 'The form goes back to what it was; what was written is kept under “Kept texts”.',
  'correction.writing':
    'You are correcting version {{version}}. The sealed version stays valid and can be read and exported until the new one is sealed.',
  'correction.abandon': 'Abandon the correction',
  'correction.abandonAsk':
    'You go back to the sealed version {{version}}. What was written in the correction is kept under “Kept texts”; nothing is lost.',
  'correction.abandonDo': 'Abandon, back to the sealed version',
  'correction.viewSealed': 'Look at the sealed version {{version}}',
  'correction.backToWriting': 'Back to the correction',
}
