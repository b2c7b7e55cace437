/** The link from paper to file in the editable copy: floats in the foot margin of the page that the text ends on. */
import {
  HorizontalPositionRelativeFrom,
  ImageRun,
  LineRuleType,
  Paragraph,
  TextWrappingType,
  VerticalPositionRelativeFrom,
  type IFloating,
} from 'docx'
import { ShapeRun } from 'docx/shapes'
import { encode } from 'pdf-lib/upng'
import { type Verification } from '@shared/documents/blocks'
import { typeArea, verificationPlace } from '../page-geometry'
import { qrModules } from '../qr-modules'
import { groupedCode, verificationLabel } from '../wording'
import { textRuns } from './docx-style'

/** English Metric Units and pixels of 1/96 inch in a point. */
const emu = (points: number): number => Math.round(points * 12_700)
const pixels = (points: number): number => (points * 96) / 72
/** What the words take, in characters, and their box, which leaves room for wider fonts. */
const textCharacters = 5.5
const boxCharacters = 9

/** A paragraph of next to no height that carries QR code and words; the same places as in the PDF. */
export function verificationMark({ code, payload }: Verification): Paragraph {
  const { top, size, textGap, textSize } = verificationPlace
  const textWidth = textCharacters * textSize
  const left = (typeArea.width - size - textGap - textWidth) / 2
  const picture = new ImageRun({
    type: 'png',
    data: modulesPicture(qrModules(payload)),
    transformation: { width: pixels(size), height: pixels(size) },
    floating: placed(left, top),
  })
  const line = { line: textSize * 1.5 * 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const
  const run = { face: 'song', size: textSize * 2 } as const
  const textHeight = 2 * textSize * 1.5
  const words = new ShapeRun({
    type: 'rectangle',
    transformation: { width: pixels(boxCharacters * textSize), height: pixels(textHeight + 2) },
    line: 'none',
    children: [verificationLabel, groupedCode(code)].map(
      (text) => new Paragraph({ spacing: line, children: textRuns(text, run) }),
    ),
    textOptions: { margins: { top: 0, bottom: 0, left: 0, right: 0 } },
    floating: placed(left + size + textGap, top + (size - textHeight) / 2),
  })
  return new Paragraph({
    spacing: { line: 10, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    // A run by the library's own account, but typed in another module of it.
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
    children: [picture, words],
  })
}

/** Points from the left of the type area and from the top of the page. */
function placed(left: number, top: number): IFloating {
  return {
    horizontalPosition: { relative: HorizontalPositionRelativeFrom.MARGIN, offset: emu(left) },
    verticalPosition: {
      relative: VerticalPositionRelativeFrom.BOTTOM_MARGIN,
      offset: emu(top - typeArea.bottom),
    },
    wrap: { type: TextWrappingType.NONE },
  }
}

/** Eight pixels to a square, black on white. */
function modulesPicture(modules: readonly boolean[][]): Uint8Array {
  const scale = 8
  const side = modules.length * scale
  const rgba = new Uint8Array(side * side * 4).fill(255)
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const isDark = modules[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true
      if (isDark) rgba.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3)
    }
  }
  return new Uint8Array(encode([rgba.buffer], side, side, 0))
}
