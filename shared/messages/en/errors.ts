import { enEnvelopeErrors } from './envelope-errors'
import { enLockErrors } from './lock-errors'
import { enProfileErrors } from './profile-errors'
import { enPieceErrors } from './profile-pieces'
import type { zhErrors } from '../zh/errors'

export const enErrors: Readonly<Record<keyof typeof zhErrors, string>> = {
  ...enEnvelopeErrors,
  ...enLockErrors,
  ...enProfileErrors,
  ...enPieceErrors,
  'error.profile.damaged':
    'The file “{{path}}” of the work folder is damaged. Leave the folder as it is and restore this file from a backup.',
  'error.profile.newer':
    'A newer version of Lianshen made this work folder (file “{{path}}”). This version cannot open it and has changed nothing. Upgrade, then open it again.',
  'error.profile.exists':
    'This work folder already holds the desk “{{name}}”. Open it with its passphrase, or choose another folder.',
  'error.profile.none': 'There is no desk in this work folder yet. Create one first.',
  'error.profile.locked': 'The desk is locked. Open it with the passphrase first.',
  'error.audit.stopped': 'The audit was stopped or closed. Start it again.',
  'error.audit.too-many':
    '{{count}} records are chosen; the audit report holds at most {{most}}. Filter them first, or export a table (CSV).',
  'error.drill.no-snapshot':
    'No snapshot could be taken for the drill: the disk may be full, or something is being saved. Try again later; nothing was changed.',
  'error.drill.stopped': 'The drill was stopped and left no file. Begin again.',
  'error.passphrase.wrong':
    'The passphrase is wrong. Check capitals and the input method and try again; nothing was changed.',
  'error.passphrase.wait':
    'The passphrase was wrong several times. Wait {{seconds}} s and try again. Nothing was changed; if it is forgotten, open the desk with the recovery key.',
  'error.recovery-key.malformed':
    'Group {{group}} of the recovery key is not as it was printed. Compare group {{group}} with the paper, sign by sign (there is no I, L, O or U).',
  'error.recovery-key.wrong':
    'This recovery key is not the present one of this desk; it may have been replaced. Find the one that was printed last.',
  'error.recovery-key.none':
    'This desk has no recovery key yet. Open it with the passphrase, then make and print one under Settings.',
  'error.keystore.dummy':
    'This computer has no dependable system keystore, so it cannot open the desk. Go on with the passphrase; it and the recovery key are not affected.',
  'error.keystore.off':
    'The system keystore is not switched on for this desk. Open it with the passphrase, and switch it on under Settings if you wish.',
  'error.keystore.failed':
    'The system keystore gave no key; the computer or the system account may be another. Open the desk with the passphrase or the recovery key.',
  'error.vault.converted':
    'What an older version left is now encrypted ({{records}} records, {{attachments}} attachments, {{snapshots}} snapshots); nothing of it was changed. Make and print a recovery key under Settings.',
  'error.vault.stopped':
    'The encrypting was stopped with {{converted}} of {{total}} attachments done; nothing is lost. It goes on when the desk is opened again.',
  'error.vault.not-converted':
    'The journal is damaged, so what an older version left is not all encrypted yet. Restore it first under Settings, Snapshots; encrypting goes on at the next opening.',
  'error.journal.torn':
    'The last write before closing was not finished; its fragment was kept in “{{aside}}”. Everything saved before is intact. Repeat the last step if it is missing.',
  'error.journal.damaged':
    'The data file is damaged from byte {{offset}} on. The part before it can be viewed but not changed. A copy is in “{{aside}}”; restore from a backup.',
  'error.journal.broken-chain':
    'Record no. {{seq}} ({{record}}) of the data file does not fit its neighbours. What comes before can be viewed but not changed; restore from a backup.',
  'error.journal.bad-signature':
    'Verifying the data found that the signature of record no. {{seq}} ({{record}}) is wrong. The desk can be read and written as before, but nothing may rest on this record. Delete no file, export everything to another disk, then ask your maintainer.',
  'error.journal.newer':
    'The data file was written by a newer Lianshen. What is understood can be viewed but not changed. Please upgrade.',
  'error.journal.read-only':
    'The data file can only be viewed now. Follow the notice shown at start and open the desk again.',
  'error.journal.no-such-record': 'Record {{record}} was not found. Refresh and try again.',
  'error.journal.no-introduction':
    'The introduction of key {{keyId}} was not found, so its records cannot be sent. Import its bundle again.',
  'error.journal.unknown-move':
    'The table of states has no change from “{{from}}” to “{{to}}” by “{{action}}”; nothing was written. Load the dossier anew and act on its present state.',
  'error.journal.published':
    'This alliance is published as a pilot; “{{type}}” cannot be recorded any more. Nothing was written.',
  'error.journal.campaign-fixed':
    'This campaign has begun: its kind and year stay, and it does not go back to being prepared. Nothing was written.',
  'error.journal.not-asked':
    'This dossier is not on the list of the campaign; nothing was written. Put it on the list first, then go on.',
  'error.journal.done-already': '“{{type}}” was done before and is not recorded twice. Refresh to see it.',
  'error.journal.day-order':
    '{{day}} ({{on}}) comes before {{than}} ({{thanOn}}); nothing was written. Check the days.',
  'error.journal.number-taken': '“{{number}}” belongs to another batch; nothing was written.',
  'error.journal.listed-twice': '“{{type}}” lists a dossier or an expert twice; nothing was written.',
  'error.journal.ending-listed':
    'The register has a line of “{{name}}” on the same day and ground; nothing was written twice.',
  'error.journal.reserved-type': 'Records of kind “{{type}}” are written by the program only.',
  'error.drafts.brought-back':
    'The file of drafts was missing, damaged or replaced by an older one; {{count}} drafts came back from the snapshot of {{takenAt}}, and the file as it was lies in “{{aside}}”. Check what you were filling in.',
  'error.attachment.lost':
    '{{count}} attachments are missing or incomplete, by a fault of the disk or by mistake. The dossier names which when you open it: import the original file again then. Nothing else is affected.',
  'error.settings.reset':
    'The file of settings was damaged and no snapshot has it; the settings begin anew, and the file as it was lies in “{{aside}}”. Check the exchange folder and the rest under Settings.',
  'error.drafts.damaged':
    'The drafts file was damaged. Readable drafts were kept and the damaged file put in “{{aside}}”. Check what you were typing.',
  'error.snapshot.can-restore':
    'A verified snapshot ({{takenAt}}, {{snapshotCount}} records) can bring back {{brings}} records that cannot be read now. Restore it under Settings, Snapshots; the present files are kept aside.',
  'error.snapshot.journal-shorter':
    'The data file holds {{count}} records, fewer than the snapshot of {{takenAt}} ({{snapshotCount}}): {{brings}} are missing. It may have been cut off or replaced by an older copy. Saving is paused; restore under Settings, Snapshots.',
  'error.snapshot.none':
    'The data file is damaged and there is no good snapshot. Keep the whole work folder and restore from a backup, or ask for the bundles again.',
  'error.snapshot.fuller-kept':
    'The snapshot of {{takenAt}} ({{snapshotCount}} records) holds records that the data file ({{count}}) lacks and is kept. See Settings, Snapshots, and restore it if needed.',
  'error.snapshot.file-restored':
    'The file “{{path}}” was missing or damaged and was put back from the snapshot of {{takenAt}}; the old one is in the folder aside.',
  'error.snapshot.failed':
    'This snapshot could not be kept ({{detail}}); your work is not affected. Check the disk; it is tried again within the hour.',
  'error.snapshot.no-space':
    'Only {{freeMB}} MB are free, so no snapshot was taken. Free some space; earlier ones are all there.',
  'error.snapshot.not-good': 'The snapshot “{{name}}” is damaged or gone and cannot be restored. Choose another one.',
  'error.attachment.missing':
    'The attachment {{sha256}} is missing. Import its material or the bundle it came with again.',
  'error.attachment.changed':
    'The attachment {{sha256}} does not match its hash; the disk may be failing. Import the material again.',
  'error.space.read-only':
    'Only {{freeMB}} MB are free. Saving is paused so that nothing is damaged. Free some space and try again; exporting to another disk still works.',
  'error.space.no-rebuild':
    'Only {{freeMB}} MB are free, too little to rebuild the query database. Everything saved is in the journal, nothing is lost; free at least 300 MB and try again.',
  'error.disk.full':
    'Not enough space to write “{{path}}”. Free some space or choose another place; no partial file was left.',
  'error.disk.fat':
    '“{{path}}” cannot hold a file so large: a FAT32 drive takes at most 4 GB in one file. Use a drive formatted as exFAT or NTFS, or export in several parts; no incomplete file was left.',
  'error.file.held':
    '“{{path}}” is held by another program (Word, WPS, a virus scanner or a sync client) and was not let go within two seconds. Close that program and try again.',
  'error.file.too-many-open':
    'Too many files are open at once; the system opens “{{path}}” no more. Close some other programs and try again; nothing is lost.',
  'error.file.name-too-long':
    'The name or path “{{path}}” is too long for the system. Shorten the file name, or choose a folder that lies less deep.',
  'error.bundle.export-too-large':
    'What is to be exported exceeds one bundle (4 GB, 20,000 files); no file was written. Export in several parts, with fewer dossiers each.',
  'error.disk.read-only':
    'The disk of “{{path}}” is read-only. Open the write protection of the stick or choose another place.',
  'error.disk.failed':
    'The disk failed while accessing “{{path}}”; a stick may have been pulled out. Plug it in again and retry.',
  'error.file.no-permission':
    'No permission for “{{path}}”. Choose another place or ask the administrator; if another program has the file open, close it first.',
  'error.file.missing': '“{{path}}” was not found. Check that the stick is plugged in and the file was not moved.',
  'error.file.is-folder': '“{{path}}” is a folder, not a file. Choose a file.',
  'error.file.read-back':
    'What was read back from “{{path}}” differs from what was written; the medium may be bad. The bad file was removed. Try another stick.',
  'error.file.bad-name':
    'The file name “{{fileName}}” cannot be used. Remove characters such as \\ / : * ? " < > | and shorten it.',
  'error.folder.missing': 'The folder “{{folder}}” was not found. Plug the stick in or choose again.',
  'error.place.forgotten':
    'The chosen file or folder no longer counts (the workbench was locked or restarted). Choose again.',
  'error.folder.not-a-folder': '“{{folder}}” is not a folder. Choose again.',
  'error.database.no-folder':
    '“{{path}}” should be a folder but was a file or a link to nothing; it was moved to “{{aside}}”. The query database was rebuilt from the journal; nothing has changed.',
  'error.exchange.interrupted':
    'Writing “{{fileName}}” was interrupted last time, and the unfinished part was removed. Export it once more.',
  'error.exchange.target-link':
    'The target “{{path}}” is a link; nothing was written, for it might lead elsewhere. Choose another name or place.',
  'error.exchange.target-folder': 'The target “{{path}}” is a folder. Choose another file name.',
  'error.exchange.too-many':
    'There are too many files named like “{{path}}”. Tidy the folder up or choose another name.',
  'error.document.gone': 'This preview is no longer there. Make it again.',
  'error.document.not-intact':
    'This PDF does not match its signatures, holds something besides them, or was not made by Lianshen; it cannot be signed. Ask the division to send it again.',
  'error.document.already-signed': 'This PDF is signed in that very place already.',
  'error.document.cannot-mark':
    'This PDF is encrypted or damaged; no marked copy can be made of it. The file itself is unchanged. Print it and mark the paper, or ask the division for a file without encryption.',
  'error.document.cannot-sign':
    'This PDF was not made by Lianshen and cannot take a signature. Use the PDF of the countersign bundle.',
  'error.document.missing-glyph':
    'No font has the character “{{character}}” ({{code}}) in: {{context}}. Check it or write it otherwise; no file was made.',
  'error.document.incomplete':
    '{{count}} things are missing, the first at {{where}}. Complete them and try again; no file was made.',
  'error.template.unfit':
    'The template of your office no longer fits in {{count}} places; nothing was made. Change it under “Wording of letters” in the settings, or go back to the built-in words.',
  'error.template.value':
    'There is nothing to fill in for the tag “{{tag}}” of the template; nothing was made. Supply that value or change the template.',
  'error.sample.missing': 'The sample “{{slug}}” was not found. Reinstall the program.',
  'error.sample.damaged': 'The sample file “{{path}}” is missing or changed. Reinstall the program.',
  'error.verify.no-folder':
    'The folder cannot be opened. See whether it is still there and may be read, and choose it again.',
  'error.verify.stopped': 'Verifying again was stopped. Start it again.',
  'error.verify.unknown-format':
    '“{{fileName}}” cannot be verified. Choose a bundle (.lsb), a PDF, or a DOCX together with its .p7s.',
  'error.pdf.encrypted':
    '“{{fileName}}” is an encrypted PDF and can be neither read nor verified. Ask for a copy without a password.',
  'error.pdf.broken': '“{{fileName}}” is no complete PDF; copying may have stopped. Copy it again or ask for it again.',
  'error.bundle.no-file': 'The file “{{path}}” was not found. Check that the stick is plugged in.',
  'error.bundle.is-folder': '“{{fileName}}” is a folder, not a bundle. Choose a file ending in .lsb.',
  'error.bundle.special-file':
    '“{{fileName}}” is no ordinary file but a pipe, a device or the like, and was not read. Choose a file ending in .lsb that Lianshen exported.',
  'error.bundle.part-file':
    '“{{fileName}}” is a bundle whose writing was not finished. Ask for a new export; this file may be deleted.',
  'error.bundle.mac-companion':
    '“{{fileName}}” is a companion file that a Mac leaves on a drive, not a bundle. Choose the file of the same name without “._” in front.',
  'error.bundle.empty': '“{{fileName}}” is empty; copying may have stopped. Copy it again.',
  'error.bundle.not-a-bundle': '“{{fileName}}” is no Lianshen bundle. Choose an .lsb file exported by Lianshen.',
  'error.bundle.is-zip':
    '“{{fileName}}” is no Lianshen bundle but a ZIP archive that holds “{{name}}” (files in it: {{count}}). If the bundle (.lsb) lies inside, unpack it first and choose it; otherwise choose an .lsb file exported by Lianshen.',
  'error.bundle.is-archive':
    '“{{fileName}}” is no Lianshen bundle but an archive of the format {{format}}. If the bundle (.lsb) lies inside, unpack it first and choose it; otherwise choose an .lsb file exported by Lianshen.',
  'error.bundle.is-document':
    '“{{fileName}}” is no Lianshen bundle but a file of the format {{format}}. Choose an .lsb file exported by Lianshen.',
  'error.bundle.truncated':
    '“{{fileName}}” is incomplete at its end; copying may have stopped. Copy it again or ask for a new export.',
  'error.bundle.trailing-bytes':
    '“{{fileName}}” has foreign bytes at its end. Ask for a new export and do not pass it through other programs.',
  'error.bundle.too-large':
    '“{{fileName}}” exceeds the limits of a bundle (4 GB, 20,000 files). Ask for several smaller ones.',
  'error.bundle.too-heavy':
    '“{{fileName}}” needs more memory than is allowed, so reading was stopped; the desk is not affected. Ask for several smaller bundles; do not use it if you do not know its maker.',
  'error.bundle.too-long':
    '“{{fileName}}” was not read within {{seconds}} seconds and was given up; the desk is not affected. Copy it to this computer’s disk and try again, or ask for several smaller bundles.',
  'error.bundle.encrypted':
    '“{{fileName}}” has another envelope inside its envelope, which is not opened. Ask for a new export.',
  'error.bundle.structure':
    'The structure of “{{fileName}}” is wrong; another program may have changed it. Ask for a new export.',
  'error.bundle.double-name': '“{{fileName}}” holds “{{name}}” twice and cannot be trusted. Ask for a new export.',
  'error.bundle.foreign-entry':
    '“{{fileName}}” holds “{{name}}”, which does not belong in a bundle. Ask for a new export without added files.',
  'error.bundle.compressed':
    '“{{name}}” in “{{fileName}}” is compressed: the bundle was packed again. Ask for the file as it was exported.',
  'error.bundle.missing-entry': '“{{fileName}}” lacks “{{name}}”. Ask for a new export.',
  'error.bundle.unlisted-entry':
    '“{{name}}” in “{{fileName}}” is not in its list and may have been added. Ask for a new export.',
  'error.bundle.entry-too-large':
    '“{{name}}” in “{{fileName}}” is unreasonably large and was not read. Ask for a new export.',
  'error.bundle.wrong-hash':
    '“{{name}}” in “{{fileName}}” does not match the list: changed or damaged. Copy it again or ask for a new export.',
  'error.bundle.bad-json':
    '“{{name}}” in “{{fileName}}” is not written as Lianshen writes ({{problem}}). Ask for a new export.',
  'error.bundle.manifest-invalid': 'The list of “{{fileName}}” is wrong and cannot be read. Ask for a new export.',
  'error.bundle.manifest-signature':
    'The signature of the list of “{{fileName}}” is wrong: it was changed or comes from another bundle. Do not use it; ask its maker.',
  'error.bundle.not-understood':
    '“{{fileName}}” was written by a newer Lianshen and holds what this desk does not understand ({{what}}); it can be looked at only, and nothing was taken in. Hand in the same file again once this desk was upgraded, or export it anew with the version of this desk.',
  'error.bundle.newer-format': '“{{fileName}}” was exported by a newer Lianshen ({{format}}). Please upgrade.',
  'error.bundle.unknown-suite':
    '“{{fileName}}” uses a kind of signature unknown to this version ({{suite}}). Please upgrade.',
  'error.bundle.no-sender-key':
    '“{{fileName}}” lacks its maker’s key ({{keyId}}), so nobody can tell who made it. Ask for a new export.',
  'error.bundle.unknown-key': '“{{fileName}}” holds records of key {{keyId}} but not that key. Ask for a new export.',
  'error.bundle.key-replaced':
    'The file of key {{keyId}} in “{{fileName}}” differs from what that desk itself signed; it may have been swapped. Do not use it; ask its maker.',
  'error.bundle.record-invalid': 'The record “{{name}}” in “{{fileName}}” has a wrong shape. Ask for a new export.',
  'error.bundle.record-place':
    'The records in “{{name}}” of “{{fileName}}” do not match its name. Ask for a new export.',
  'error.bundle.record-changed': 'Record {{record}} in “{{fileName}}” was changed. Do not use it; ask its maker.',
  'error.bundle.record-signature':
    'The signature of record {{record}} in “{{fileName}}” is wrong. Do not use it; ask its maker.',
  'error.bundle.record-summary':
    'The records in “{{fileName}}” do not match the list’s count or total hash; some may be missing. Ask for a new export.',
  'error.bundle.lock':
    'The locked dossier {{lockId}} in “{{fileName}}” does not agree with its key or its closed parts. Ask for a new export.',
  'error.bundle.chain':
    'Record no. {{seq}} ({{record}}) in “{{fileName}}” does not follow the one before it. Do not use it; ask its maker.',
  'error.bundle.double-number':
    '“{{fileName}}” holds two different records no. {{seq}} of key {{keyId}}. Do not use it; ask its maker.',
  'error.bundle.no-stage': 'This import was cancelled or has expired. Choose the file again.',
  'error.bundle.nothing-to-import': 'There is nothing new to import in “{{fileName}}”.',
  'error.import.not-undoable': 'This import kept no list of its records, or is not of this desk. It cannot be undone.',
  'error.import.on-paper':
    'What this import brought stands on exported papers: {{files}}. Look at them before you undo it.',
  'error.import.built-on':
    'It cannot be undone: {{count}} later records of this desk build on it. See which, and correct the dossier instead.',
  'error.import.already': 'This import is in that state already. There is nothing to change.',
  'import.newer-format': 'Exported by a newer version; it can only be viewed here. Upgrade to import it.',
  'import.not-for-this-desk': 'This bundle is not for this desk.',
  'import.sender-role': 'The maker has the wrong role: such a bundle comes from the other kind of desk.',
  'import.unknown-author': 'Nobody knows who the author of this record is.',
  'import.author-role': 'Such a record is not this author’s to write.',
  'import.type-not-allowed': 'Such a record stays with the desk that wrote it.',
  'import.other-author': 'This record was not written by the maker of the bundle.',
  'import.unknown-panel': 'This desk has no such panel.',
  'import.not-a-member': 'The expert is not on this panel, or the dossier is not before it.',
  'import.other-expert-key': 'This key was confirmed as another expert’s.',
  'import.expert-has-other-key': 'This expert uses another key. Compare fingerprints and confirm first.',
  'import.sealed-already': 'This opinion is sealed and cannot change; a correction is a new version.',
  'import.wrong-person': 'The introduction does not match the signing key.',
  'import.no-round': 'This desk has not opened a countersigning round for this version of the panel opinion.',
  'import.other-opinion':
    'What was signed is not the panel opinion of the round. Ask the expert to open the countersign bundle again and sign anew.',
  'import.opinion-superseded':
    'The panel opinion has a newer version; signatures on an older one are not taken. Open a round for the new version.',
  'import.round-closed': 'The leader has ended this round; later signatures are not taken.',
  'import.not-to-sign':
    'This expert is recused, was absent or is not in the signature table, and cannot sign this opinion.',
  'import.scan-missing':
    'The scan of the signed page is not in the bundle. Ask the expert to export the countersign bundle again.',
  'import.lock-without-key':
    'This locked dossier came without its key and could never be opened here. Ask the division for a new export.',
  'import.signed-already': 'This expert has signed already; a signature is taken once.',
  'import.unknown-type': 'A kind of record of a newer version, not understood here. Upgrade to import it.',
  'import.unknown-fields': 'Has items that this version does not know, by a newer version. Upgrade to import it.',
  'import.newer-version': 'A record of a newer version, not understood here. Upgrade to import it.',
  'import.bad-payload': 'The content of this record has a wrong shape and is not taken.',
  'import.fork': 'Two different records of one author under one number: quarantined. Ask the author.',
}
