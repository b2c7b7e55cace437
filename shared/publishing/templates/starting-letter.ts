/** The Word file that an office starts from: the built-in words with their tags, set simply. */
import { AlignmentType, Document, Packer, Paragraph, TextRun } from 'docx'
import { bodyLine, bodyParagraph, firstLineIndent, fontOf, halfPoints, twips } from '../docx/docx-style'
import { type LetterWords } from './read-letter'

/** A DOCX in bytes: title first, then one paragraph for each of the body, every tag in one piece. */
export async function startingLetter({ title, body }: LetterWords): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title,
    creator: '联审 Lianshen',
    styles: {
      default: {
        document: { run: { font: fontOf('fang'), size: halfPoints.three }, paragraph: { spacing: bodyLine } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(210), height: twips(297) },
            margin: { top: twips(37), bottom: twips(35), left: twips(28), right: twips(26) },
          },
        },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: bodyLine.line },
            children: [new TextRun({ text: title, font: fontOf('title'), size: halfPoints.two })],
          }),
          ...body.map((text) => bodyParagraph([new TextRun({ text })], { indent: firstLineIndent })),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.pack(document, 'uint8array'))
}
