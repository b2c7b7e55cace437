import { pdf, streamObject, type PdfObject } from '../hostile/attachments/pdf-maker'

/** Pages that are images without a text. */
const isImage = (page: number): boolean => page % 50 === 5

/**
 * An invented file of many A4 pages: each with its number in words, an outline of every tenth, and on the first page a
 * link to `linkTo`, a link out of the file and a note; nothing of these if it is 0.
 */
export function longPdf(pages: number, linkTo = 120): Buffer {
  const first = 4
  const pageAt = (page: number) => first + 2 * (page - 1)
  const objects: PdfObject[] = []
  const chapters = Array.from({ length: Math.ceil(pages / 10) }, (_, index) => index * 10 + 1)
  const outline = pageAt(pages) + 2
  const annotations = outline + 1 + chapters.length
  objects.push(
    `<< /Type /Catalog /Pages 2 0 R /Outlines ${outline} 0 R >>`,
    `<< /Type /Pages /Count ${pages} /Kids [${Array.from({ length: pages }, (_, i) => `${pageAt(i + 1)} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  )
  for (let page = 1; page <= pages; page += 1) {
    const annots =
      page === 1 && linkTo > 0 ? `/Annots [${[0, 1, 2].map((at) => `${annotations + at} 0 R`).join(' ')}]` : ''
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${pageAt(page) + 1} 0 R ${annots}
          /Resources << /Font << /F1 3 0 R >> >> >>`,
      streamObject('', Buffer.from(isImage(page) ? '0.8 g 60 60 400 600 re f' : textOf(page))),
    )
  }
  objects.push(
    `<< /Type /Outlines /First ${outline + 1} 0 R /Last ${outline + chapters.length} 0 R /Count ${chapters.length} >>`,
  )
  chapters.forEach((page, index) => {
    const beside = [
      ...(index > 0 ? [`/Prev ${outline + index} 0 R`] : []),
      ...(index < chapters.length - 1 ? [`/Next ${outline + index + 2} 0 R`] : []),
    ]
    objects.push(
      `<< /Title (SHILI chapter ${index + 1}) /Parent ${outline} 0 R ${beside.join(' ')} /Dest [${pageAt(page)} 0 R /Fit] >>`,
    )
  })
  if (linkTo === 0) return pdf(objects)
  objects.push(
    `<< /Type /Annot /Subtype /Link /Rect [60 700 300 720] /Border [0 0 0] /Dest [${pageAt(linkTo)} 0 R /XYZ 0 400 0] >>`,
    '<< /Type /Annot /Subtype /Link /Rect [60 660 300 680] /Border [0 0 0] /A << /S /URI /URI (http://shili.invalid/a?b=1) >> >>',
    '<< /Type /Annot /Subtype /Text /Rect [400 700 420 720] /T (SHILI reader) /Contents (SHILI note on the first page) >>',
  )
  return pdf(objects)
}

/** Thirty lines, as a page of a contract has. */
function textOf(page: number): string {
  const lines = Array.from(
    { length: 30 },
    (_, line) =>
      `BT /F1 12 Tf 60 ${740 - line * 22} Td (SHILI page ${page} line ${line + 1} words of an agreement, number ${page * 100 + line}) Tj ET`,
  )
  return `BT /F1 20 Tf 60 780 Td (SHILI 2026 page ${page} target${page}) Tj ET ${lines.join(' ')}`
}
