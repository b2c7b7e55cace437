import type { zhPdf } from '../zh/expert-pdf'

export const enPdf: Readonly<Record<keyof typeof zhPdf, string>> = {
  'pdf.label': 'File: {{fileName}}',
  'pdf.loading': 'Opening the file…',
  'pdf.page': 'Page {{page}}',
  'pdf.imagePage': 'Page {{page}} (an image without text)',
  'pdf.pages': 'Pages of {{fileName}}; PageUp, PageDown, Home and End turn them',
  'pdf.tools': 'Reading tools',
  'pdf.thumbnails': 'Thumbnails',
  'pdf.outline': 'Outline',
  'pdf.outlineEmpty': 'This file carries no outline.',
  'pdf.goToPage': 'Go to page {{page}}',
  'pdf.firstPageOf': 'First page of “{{fileName}}”',
  'pdf.noFirstPage':
    'The first page cannot be shown here. That hinders nothing: open the file under “Materials” of the dossier.',
  'pdf.previousPage': 'Previous page (PageUp)',
  'pdf.nextPage': 'Next page (PageDown)',
  'pdf.pageNumber': 'Page number',
  'pdf.ofPages': 'of {{count}}',
  'pdf.zoomOut': 'Smaller (-)',
  'pdf.zoomIn': 'Larger (+)',
  'pdf.fitWidth': 'Fit width',
  'pdf.fitPage': 'Fit whole page',
  'pdf.turn': 'Turn this page right by 90° (R)',
  'pdf.search': 'Find in the file (Ctrl+F)',
  'pdf.searchPlaceholder': 'Words to find, then Enter',
  'pdf.searchHint': 'Enter finds, Enter again goes on',
  'pdf.searching': 'Searched up to page {{page}}…',
  'pdf.hits': '{{position}} of {{count}}',
  'pdf.noHits': 'Not found.',
  'pdf.noHitsImages': 'Not found. Pages that are images: {{count}}; words on them cannot be found.',
  'pdf.previousHit': 'Previous place',
  'pdf.nextHit': 'Next place',
  'pdf.closeSearch': 'Close the search',
  'pdf.drawRegion': 'Draw a rectangle (Alt+B), then pin or mark it',
  'pdf.drawHint':
    'Drag over the part of the page to be quoted as evidence; or move with the arrows, size with Shift and the arrows, and take it with Enter. Esc cancels.',
  'pdf.pinPage': 'Pin this page',
  'pdf.imageOnly':
    'This page is an image without text: nothing on it can be selected or found. Please read it directly.',
  'pdf.imageTag': 'Image',
  'pdf.link.inside': 'To another place of this file',
  'pdf.link.outside': 'A link out of the file (shown, never opened): {{address}}',
  'pdf.link.note': 'Note {{by}}',
  'pdf.said.outside': 'This link leads out of the file and is not opened:',
  'pdf.pageFailed':
    'Page {{page}} cannot be drawn; this page of the file may be damaged. Ask the division for a sound file.',
  'pdf.pageTooLarge':
    'A picture on page {{page}} is too large to draw ({{width}}×{{height}} pixels) and was not drawn; the other pages can be read. Ask for the material again at a lower resolution.',
  'pdf.pageTooHeavy':
    'Page {{page}} needs more than {{megabytes}} MB of memory; drawing it was stopped, and the other pages can be read. Ask for a fresh export, or for a lower resolution.',
  'pdf.pageTooSlow':
    'Page {{page}} was not drawn after {{seconds}} seconds; drawing it was stopped, and the other pages can be read. Ask for a fresh export or scan of the material.',
  'pdf.error.too-heavy':
    'Opening “{{fileName}}” takes more memory or time than allowed and was stopped; the desk is not affected. Ask for a fresh export, or for several files.',
  'pdf.error.encrypted':
    '“{{fileName}}” asks for a password and cannot be read. Ask the division for a file without one.',
  'pdf.error.broken': '“{{fileName}}” is damaged or no PDF and cannot be opened. Ask the division for a sound file.',
  'pdf.error.too-many-pages':
    '“{{fileName}}” has more than {{most}} pages and is not opened. Have it split into several files.',
  'pdf.error.unreadable':
    '“{{fileName}}” cannot be read; this computer may not have it. Open the assignment bundle again, or ask the division.',
  'pdf.mark': 'Mark the selected text or this page (Alt+1 point, Alt+2 doubt, Alt+3 contradiction)',
  'pdf.overlay': 'Laid on the page: {{label}}',
  'pdf.spot': 'A rectangle is drawn.',
  'pdf.spotPin': 'Pin it (Alt+P)',
  'pdf.spotMark': 'Mark it (Alt+1, 2, 3)',
  'pdf.notFoundThere':
    'The text of this file does not have it (words on image pages cannot be found); its first page is shown.',
}
