/** Faces, sizes and measures of the editable copy. Lengths in twips (1/20 pt), type sizes in half-points. */
import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  TextRun,
  UnderlineType,
  type IFontAttributesProperties,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx'
import { type Face, type RichText } from '@shared/documents/blocks'
import { headingFace } from '../wording'

/** The fonts an office has under these names. They are named here and never bundled. */
const fontNames: Record<Face, string> = {
  fang: '仿宋_GB2312',
  hei: '黑体',
  kai: '楷体_GB2312',
  song: '宋体',
  title: '方正小标宋简体',
}

/**
 * Digits and Latin letters of running text: half as wide as a Chinese character, like those of 仿宋_GB2312, and unlike
 * what takes their place on a computer without that font. 7.5 asks for 宋体 in page numbers, which keep it.
 */
const latinNames: Partial<Record<Face, string>> = { fang: 'Times New Roman', kai: 'Times New Roman' }

/** All four slots and the hint: WPS and Word must not reach for the theme's fonts. */
export function fontOf(face: Face): IFontAttributesProperties {
  const name = fontNames[face]
  const latin = latinNames[face] ?? name
  return { ascii: latin, hAnsi: latin, eastAsia: name, cs: latin, hint: 'eastAsia' }
}

export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4)

/** 579 twips exactly: 580 gives 21 lines. */
export const bodyLine = { line: 579, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const
const tableLine = { line: 360, lineRule: LineRuleType.AT_LEAST, before: 0, after: 0 } as const
/** Above and below the text in a table's row. */
export const rowPadding = 80
/** One character of the 28 in a line. */
export const oneCharacter = 316
export const textWidth = twips(156)

export const halfPoints = { two: 44, three: 32, four: 28, smallFour: 24 } as const

export interface RunStyle {
  face: Face
  size: number
  colour?: string
}

export const bodyRun: RunStyle = { face: 'fang', size: halfPoints.three }

/** Runs of a text. 3号 is tracked by -0.25 pt so that 28 characters fill the line. */
export function textRuns(content: RichText, style: RunStyle): TextRun[] {
  const runs = typeof content === 'string' ? [{ text: content }] : content
  return runs.flatMap((run): TextRun[] => {
    const spacing = style.size === halfPoints.three ? { characterSpacing: -5 } : {}
    const colour = style.colour === undefined ? {} : { color: style.colour }
    if ('blank' in run) {
      // Spaces that end a line hang into the margin: the last character must be none.
      const text = `${'\u3000'.repeat(run.blank)}\u200b`
      const underline = { type: UnderlineType.SINGLE }
      return [new TextRun({ text, font: fontOf(style.face), size: style.size, underline, ...spacing })]
    }
    return run.text.split('\n').map(
      (text, index) =>
        new TextRun({
          text,
          font: fontOf(run.face ?? style.face),
          size: style.size,
          ...spacing,
          ...colour,
          ...(index > 0 ? { break: 1 } : {}),
          ...(run.superscript === true ? { superScript: true } : {}),
          ...(run.underline === true ? { underline: { type: UnderlineType.SINGLE } } : {}),
        }),
    )
  })
}

/** A paragraph on the grid of lines. */
export function bodyParagraph(children: ParagraphChild[], options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ spacing: bodyLine, alignment: AlignmentType.BOTH, ...options, children })
}

/** 左空二字. */
export const firstLineIndent = { firstLineChars: 200, firstLine: 2 * oneCharacter } as const

/** Like the gap above or below a table in the PDF; also keeps two tables from growing together. */
export const smallGap = (keepNext = false): Paragraph =>
  new Paragraph({ spacing: { ...bodyLine, line: Math.round(bodyLine.line * 0.4) }, keepNext, children: [] })

export const blankLine = (options: IParagraphOptions = {}): Paragraph => bodyParagraph([], options)

/** A paragraph inside a table cell: at-least height, so that nothing is cut off. */
export function cellParagraph(content: RichText, options: IParagraphOptions & { face?: Face } = {}): Paragraph {
  const { face = 'fang', ...rest } = options
  return new Paragraph({
    spacing: tableLine,
    ...rest,
    children: textRuns(content, { face, size: halfPoints.smallFour }),
  })
}

export const headingStyle = (level: keyof typeof headingFace): RunStyle => ({ ...bodyRun, face: headingFace[level] })

/** Width in characters as the grid counts: full-width 1, Latin letters and digits one half. */
export function characterCount(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) < 0x2000 ? 0.5 : 1), 0)
}
