import type { zhCommitments } from '../zh/commitments'

export const enCommitments: Readonly<Record<keyof typeof zhCommitments, string>> = {
  'panelRules.revealTogether.note':
    'Before the meeting experts hand in only the hash of their opinion (its seal code), at the meeting the opinion itself; until the opening, opinions that came in are neither shown nor counted. A work rule; the measure knows none.',
  'panelRules.revealTogether.fixed': 'Hashes or opinions have come in: this can no longer be changed for this panel.',
  'expert.act.committed': 'Open',
  'expert.export.choose': 'What to send now',
  'expert.export.opinions.note':
    'Sent: declarations, the sealed opinions in full, and the random numbers that hashes are checked with. The division can open them at once; for a panel whose opinions open together its screens do not show them before.',
  'expert.export.hashes': 'Only the hashes, the opinions later',
  'expert.export.hashes.note':
    'Sent: declarations, the hash of each opinion (its seal code) and when it was sealed. Not sent: verdicts, reasons, votes, signatures. No opinion can be worked out from its hash; if one character of the opinion that comes later differs, the hash does not fit.',
  'expert.export.rule':
    'For this panel the division has set “hashes first, opinions opened together at the meeting” (a work rule; the measure knows none): send only the hashes now, and the opinions in full at the meeting.',
  'expert.export.whatHashes': 'Writes the hashes of sealed opinions ({{count}}) into one file, without what they say.',
  'expert.export.noSalt':
    'No hash can go ahead for what an older version sealed: {{names}}. Seal a correction, or send the opinions in full.',
  'expert.export.actHashes': 'Export the hashes',
  'expert.export.codes': 'Seal codes, to be read out to the division over the telephone',
  'expert.export.codeOf': '{{name}}, opinion version {{version}}: ',
  'expert.export.nextStepHashes':
    'Give this file to the division and read out the seal codes over the telephone. The opinions are still here and were not handed over; export them in full at the meeting.',
  'sealing.sealed.committed':
    'Hash exported on {{time}}: {{path}}. The opinion itself has not been handed over; at the meeting export it from the list of dossiers.',
  'sealing.sealed.code':
    'Seal code {{code}}. If you correct the opinion after its hash was sent, the division sees which version was promised and what changed.',
  'commit.code': 'Seal code',
  'commit.hash': 'Hash (SHA-256)',
  'commit.title': 'Hashes of expert opinions, and the opening',
  'commit.on':
    'Hashes first, opinions opened together: until the opening, opinions that came in are neither shown nor counted.',
  'commit.honest':
    'Not shown is not encrypted: an opinion that was handed in lies on this computer. If truly nobody shall be able to read it before the meeting, experts send only hashes ahead and the opinions at the meeting.',
  'commit.off':
    'This panel does not ask for hashes ahead. Where an expert sent one, the opinion is checked all the same.',
  'commit.sealedAt': 'Hash made: {{time}} (clock on the computer of the expert)',
  'commit.receivedAt': 'Received: {{time}}',
  'commit.state.none': 'Nothing yet',
  'commit.state.committed': 'Hash here',
  'commit.state.closed': 'Opinion here, closed',
  'commit.state.uncommitted': 'Opinion here, no hash before',
  'commit.state.opened': 'Opened, as promised',
  'commit.state.changed': 'Opened, changed after the hash was sent',
  'commit.state.mismatch': 'Not as promised',
  'commit.late': 'Came after the opening',
  'commit.version': 'Opinion version {{version}}',
  'commit.check.awaited': 'opinion not here yet',
  'commit.check.matches': 'the opinion fits',
  'commit.check.other-content': 'the opinion that came does not fit this hash',
  'commit.check.no-salt': 'the random number did not come along: it cannot be checked',
  'commit.check.other-desk': 'the opinion was sealed by another key',
  'commit.check.skipped': 'the version promised did not come, only a later one',
  'commit.mismatch.toDo':
    'What to do: 1. compare the seal code with the expert by telephone; 2. ask for a complete bundle, exported anew; 3. if it still differs, return the opinion with the reason; the expert corrects it and seals again. The opinion is kept and counted as it was sealed, and the meeting decides on it; this red mark and its record do not go away.',
  'commit.changes': 'Changes since a hash was sent or the opinions were opened',
  'commit.change.step': '{{name}}: version {{from}} became version {{to}}',
  'commit.change.at': 'sealed on {{time}} (clock on the computer of the expert)',
  'commit.change.returned': 'Reason: returned by the division on {{day}}: {{reason}}',
  'commit.change.unasked': 'Reason: it was not returned; the expert changed it and gave none',
  'commit.change.of': 'seal code of the version before: {{code}}',
  'commit.change.withoutCode': 'no hash had been sent of the version before',
  'commit.change.afterReveal': 'After the opening',
  'commit.change.none': 'Verdicts, reasons and vote are the same (only signed anew)',
  'commit.part.vote': 'Vote: {{from}} → {{to}}',
  'commit.part.dossier-version': 'Materials judged: version {{from}} → version {{to}}',
  'commit.part.verdict': 'verdict: {{from}} → {{to}}',
  'commit.part.reason': 'reason changed',
  'commit.part.evidence': 'evidence changed',
  'commit.part.text': '{{field}}: changed',
  'commit.part.before': 'Before: ',
  'commit.part.after': 'Now: ',
  'commit.reveal.counts': 'Only the hash here: {{committed}}; opinion here in full: {{arrived}}; neither: {{none}}.',
  'commit.reveal.begin': 'Open at the meeting…',
  'commit.reveal.title': 'Open at the meeting',
  'commit.reveal.note':
    'Opening happens once and is not taken back: all opinions here are shown and counted together; the list of the opening names every hash in hand, and what comes later is marked so.',
  'commit.reveal.by': 'Opened by (leader or staff)',
  'commit.reveal.needBy': 'Say who opens.',
  'commit.reveal.do': 'Open now',
  'commit.revealed':
    'Opened by {{by}} on {{on}}: hashes listed {{commitments}}, opinions {{opinions}} (each version counts).',
  'commit.closedHere':
    'Expert opinions that came in and are still closed: {{count}}. They are neither shown nor counted; open them on the page of the panel.',
  'commit.mismatchHere':
    'Experts whose opinion does not fit the hash sent before: {{count}}. See the page of the panel.',
  'commit.toPanel': 'Open the panel',
  'verifyPage.commitments': 'Hashes sent ahead ({{count}})',
  'verifyPage.commitments.note':
    'Each hash is compared with the opinion in the bundle. A bundle of hashes alone holds no opinion: it is compared when that comes.',
  'verifyPage.commitmentOf': '{{name}}, opinion version {{version}}: {{check}}',
  'cli.verify.commitment':
    'Hash sent ahead: dossier {{dossier}}, opinion version {{version}}, seal code {{code}}: {{check}}',
}
