import { type zhShell } from '../zh/shell'

export const enShell: Readonly<Record<keyof typeof zhShell, string>> = {
  'shell.serving':
    'Serving on this computer. Open this address in a browser and give the one-time code below it (valid for ten minutes; Ctrl-C ends):',
  'shell.enter.code': 'One-time code (shown where the workbench was started)',
  'shell.opened': 'The workbench is open in {{browser}} ({{path}}). Closing its window or Ctrl-C ends it.',
  'shell.noBrowser': 'No Chromium, Chrome or Edge was found (the environment variable CHROME may name one).',
  'shell.browserFailed': 'The browser did not start ({{path}}).',
  'shell.closed': 'Closed.',
  'shell.portTaken':
    'Port {{port}} is taken: this profile may be open in another window; if not, choose another port with --port.',
  'shell.takeOver.title': 'This profile is open elsewhere',
  'shell.takeOver.warning':
    'After taking over, the other place can save nothing more; what is not saved there stays in its window. Everything saved is here.',
  'shell.takeOver.no': 'Do not take over; quit',
  'shell.takeOver.yes': 'It is not used there any more: take over',
  'shell.takeOver.going': 'Taking over. The desk opens in a new window; this one closes by itself.',
  'shell.takeOver.option':
    'Not taken over and not opened. Once it is sure that it is not used there any more, start again with --take-over.',
  'shell.leave.title': 'Some text is not saved yet',
  'shell.leave.meaning':
    'What you wrote last is not on the disk of this computer yet. Stay to have it saved once more, or to copy it first.',
  'shell.leave.stay': 'Stay',
  'shell.leave.leave': 'Leave all the same',
  'shell.failed': 'Could not start: {{reason}}',
  'shell.pickFolder': 'Choose a folder',
  'shell.pickFolder.choose': 'Choose',
  'menu.desk': 'Desk',
  'menu.quit': 'Quit',
  'menu.edit': 'Edit',
  'menu.undo': 'Undo',
  'menu.redo': 'Redo',
  'menu.cut': 'Cut',
  'menu.copy': 'Copy',
  'menu.paste': 'Paste',
  'menu.selectAll': 'Select all',
  'menu.view': 'View',
  'menu.zoomIn': 'Zoom in',
  'menu.zoomOut': 'Zoom out',
  'menu.zoomReset': 'Actual size',
  'menu.fullScreen': 'Full screen',
  'menu.devTools': 'Developer tools',
  'menu.window': 'Window',
  'menu.minimize': 'Minimise',
  'menu.help': 'Help',
  'menu.about': 'About Lianshen',
  'about.detail':
    'Version {{version}}\nWorkbench for filing and reviewing industry-technology innovation alliances. Wholly offline: this program uses no network.',
}
