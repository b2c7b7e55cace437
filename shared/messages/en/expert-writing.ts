import type { zhWriting } from '../zh/expert-writing'

/** Words of writing an opinion: taking back, what it said before, phrases; and of what a supplement changed. */
export const enWriting: Readonly<Record<keyof typeof zhWriting, string>> = {
  'writing.clearVerdict': 'Clear the verdict (0)',
  'writing.clearVote': 'Clear the vote',
  'writing.undo': 'Undo the last step (Ctrl+Z)',
  'writing.redo': 'Redo (Ctrl+Y)',
  'writing.undone': 'Undone: {{place}}',
  'writing.redone': 'Redone: {{place}}',
  'writing.removed': 'removed: {{text}}',
  'writing.added': 'added: {{text}}',
  'writing.history': 'Earlier texts ({{count}})',
  'writing.historyNote':
    'Struck through: words it had then and has no longer; underlined: words it has only now. Kept on this desk alone; it does not leave with the opinion.',
  'writing.until': 'Before the change of {{time}}',
  'writing.restore': 'Put this text back',
  'writing.verdictThen': 'Verdict then: {{verdict}}',
  'writing.voteThen': 'Vote then: {{vote}}',
  'writing.pinsThen': 'Evidence then: {{pins}}',
  'shortcuts.clearVerdict': 'Review: clear the verdict',
  'shortcuts.undo': 'Review: undo, redo the last step in the dossier (while typing, the typing first)',
  'sealing.remark.not-looked-at': 'a supplement touches this criterion; it was not looked at again',
  'sealing.remark.text-changed': 'the text of a pinned page has changed: check the evidence',
  'sealing.remark.vote-against-verdicts': 'the vote does not agree with the verdicts',
  'sealing.remark.overdue': 'the day by which the division asked for it is over',
  'sealing.remark.contradicts': 'the same words are pinned elsewhere with the opposite verdict',
  'sealing.pinChanged': '{{title}} p. {{page}} (text has changed)',
  'sealing.textChanged':
    'A file that is pinned here was replaced or withdrawn: the words it was pinned for have changed.',
}
