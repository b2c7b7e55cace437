import type { zhFindings } from '../zh/findings'

export const enFindings: Readonly<Record<keyof typeof zhFindings, string>> = {
  'finding.encrypted': 'It asks for a password and cannot be read. Ask whoever provided it for one without a password.',
  'finding.broken': 'It is damaged or incomplete and cannot be opened. Ask for a fresh export or scan.',
  'finding.broken-part':
    'Its part “{{detail}}” is damaged or incomplete; it cannot be opened. Ask for it opened in an office program and saved anew.',
  'finding.truncated': 'Its end is missing; it may not have been copied completely. Copy it again, or ask for it anew.',
  'finding.bomb':
    'Unfolded it would be unreasonably large and stop the computer; it is not opened. Ask for a normal export; do not use it if you do not know where it is from.',
  'finding.too-deep':
    'It is nested or overlapping as no normal program writes it; it is not opened. Ask for a fresh export.',
  'finding.loop': 'Its index or pages go in a circle without an end; it is not opened. Ask for a fresh export.',
  'finding.too-many-pages': 'It has more than {{detail}} pages and is not opened. Ask for it in several files.',
  'finding.too-long':
    'Looking into it took more than {{detail}} seconds; it is not opened, and the desk is not affected. Ask for a fresh export, or for several files.',
  'finding.too-heavy':
    'Looking into it needs more than {{detail}} MB of memory; it is not opened, and the desk is not affected. Ask for a fresh export, or for several files.',
  'finding.bad-package':
    'The structure of the package is wrong or incomplete; it may have been changed and is not opened. Ask for it saved anew by an office program.',
  'finding.bad-name':
    'The package has a name that no document has ({{detail}}); it may have been changed and is not opened. Ask for it saved anew by an office program.',
  'finding.entities':
    'Inside ({{detail}}) it is written so as to read other files or to unfold without end; it is not opened. Do not open it elsewhere; ask for it anew.',
  'finding.script':
    'It has scripts ({{count}}). This program runs none; do not allow them when you open it in another.',
  'finding.launch':
    'It has commands that start programs ({{count}}). This program obeys none; refuse them when you open it in another.',
  'finding.submit':
    'It has commands that send a form away or fill it from outside ({{count}}). This program obeys none; do not click them in another.',
  'finding.remote-file':
    'It wants to read or open another file ({{count}}). This program reads none; ask for everything in one file.',
  'finding.media':
    'It has sound, film or 3D content ({{count}}). This program plays none; ask for an explanation if it matters.',
  'finding.xfa':
    'It is a dynamic form (XFA). This program shows the fixed pages only, which may not be all; ask for it printed as an ordinary PDF.',
  'finding.macro':
    'It has macros ({{count}}). This program runs none; do not allow them in another, or ask for a PDF instead.',
  'finding.external-part':
    'It takes content from outside ({{detail}}). This program reads none; ask for it inside the file, or for a PDF.',
  'finding.embedded-object':
    'It holds an object of another program ({{detail}}). This program does not open it; ask for a PDF instead.',
  'finding.foreign-text':
    'It holds the content of another document ({{count}}). This program does not open it; ask for a PDF instead.',
  'finding.active-field':
    'It has a field that reads files or starts programs ({{detail}}). This program obeys none; do not update fields in another, or ask for a PDF.',
  'finding.link': 'It has links to web pages ({{count}}). A click here opens none.',
  'finding.embedded-file':
    'It carries other files ({{count}}). This program does not open them; ask for those that are materials on their own.',
  'finding.restricted': 'Printing or copying is restricted, reading is not.',
  'finding.opaque':
    '{{count}} parts inside are packed in a rare way and were not looked into. This program runs nothing of a file; reading is not affected.',
  'finding.two-formats':
    'The same file is a PDF and a ZIP archive ({{detail}}); programs differ in what they see. What is shown here counts; ask why.',
  'finding.huge-page':
    'Pictures on some pages ({{count}}) would unfold to more than can be drawn (pages and pixels: {{detail}}); these pages are not shown, the others are. Ask for it again at a lower resolution.',
  'finding.huge-picture':
    'A picture is unreasonably large ({{detail}} pixels) and is not shown here. Ask for one of a lower resolution.',
  'finding.garbled-text':
    'Some text shows as wrong letters and cannot be found: its fonts are not in the file, and their encoding is said to be Western ({{detail}}). Go by the paper or the original, and ask for a new export with the fonts in it.',
  'finding.not-inspected':
    'The file is larger than {{detail}} and was not looked into for scripts and the like. This program runs nothing of a file.',
  'finding.old-office':
    'It is a file of an old office program ({{detail}}) and cannot be shown here. Ask for it saved as a PDF.',
  'finding.wps-file':
    'It is in a format of WPS Office ({{detail}}) and cannot be shown here. Ask for it exported from WPS as a PDF.',
  'finding.no-document': 'It is no PDF, picture, Word or Excel file and cannot be shown here. Ask for a PDF instead.',
  'findings.refused': '“{{file}}” is not opened: {{why}}',
  'findings.refusedAtIntake': '“{{file}}” was not taken: {{why}}',
  'findings.active':
    '“{{file}}” has content that can act by itself. It is kept as it is, and nothing of it is run here.',
  'findings.note': 'About “{{file}}”, note:',
  'findings.mark.refused': 'not opened',
  'findings.mark.active': 'active content',
  'findings.looking': 'Looking into the attachments for scripts and the like: {{done}} / {{total}}',
  'findings.stop': 'Stop looking',
  'findings.stopped':
    'Not finished: {{done}} of {{total}} were looked into. The import is not affected; each is looked into again when it is opened.',
  'findings.clean': 'All attachments were looked into ({{total}}); no scripts, carried files or the like were found.',
  'findings.found':
    '{{count}} of the {{total}} attachments need attention. They are taken as they are, and nothing in them is run here.',
}
