import type { FaceName } from './fonts'

/** Typographic habits of one secretariat, so that papers of different alliances look different. Lengths in points. */
export interface PaperStyle {
  readonly body: FaceName
  readonly heading: FaceName
  readonly title: FaceName
  readonly bodySize: number
  readonly titleSize: number
  readonly leading: number
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }
  /** How pages are numbered: — 3 —, 第3页 共20页, 3 / 20, - 3 -. */
  readonly folio: 'dash' | 'of' | 'slash' | 'hyphen'
  /** How the agreement numbers its clauses: 第一条, 1.1, （一）within 一、. */
  readonly numbering: 'article' | 'decimal' | 'parenthesis'
  readonly cover: boolean
  readonly contents: boolean
  readonly runningHead: boolean
  readonly justify: boolean
  readonly rule: number
  readonly tableHeadShade: number | null
}

const mm = (value: number) => (value * 72) / 25.4

const base: PaperStyle = {
  body: 'fang',
  heading: 'hei',
  title: 'songBlack',
  bodySize: 15,
  titleSize: 22,
  leading: 26,
  margins: { top: mm(35), bottom: mm(32), left: mm(28), right: mm(26) },
  folio: 'dash',
  numbering: 'article',
  cover: true,
  contents: true,
  runningHead: false,
  justify: true,
  rule: 0.6,
  tableHeadShade: null,
}

export const styles = {
  /** A secretariat in a large research institute: official look. */
  official: base,
  /** A word processor's defaults: 宋 小四, 1.5 lines. */
  office: {
    ...base,
    body: 'song',
    heading: 'songBold',
    title: 'songBold',
    bodySize: 12,
    titleSize: 20,
    leading: 23,
    margins: { top: 72, bottom: 72, left: 90, right: 90 },
    folio: 'of',
    contents: false,
    rule: 0.5,
  },
  /** A company's legal department: sans headings, decimals, running head, shaded tables. */
  corporate: {
    ...base,
    body: 'song',
    heading: 'heiBold',
    title: 'heiBold',
    bodySize: 12,
    titleSize: 24,
    leading: 22,
    margins: { top: 84, bottom: 76, left: 79, right: 79 },
    folio: 'slash',
    numbering: 'decimal',
    runningHead: true,
    rule: 0.4,
    tableHeadShade: 0.9,
  },
  /** A university: 楷 headings, 仿宋 text, no cover. */
  campus: {
    ...base,
    heading: 'kai',
    title: 'hei',
    bodySize: 14,
    titleSize: 20,
    leading: 25,
    margins: { top: 80, bottom: 80, left: 85, right: 79 },
    folio: 'hyphen',
    numbering: 'parenthesis',
    cover: false,
    contents: false,
    rule: 0.8,
  },
  /** A trade association: 楷 text throughout. */
  association: {
    ...base,
    body: 'kai',
    heading: 'hei',
    title: 'songBlack',
    bodySize: 14,
    titleSize: 22,
    leading: 25,
    margins: { top: 90, bottom: 85, left: 85, right: 85 },
    folio: 'hyphen',
    contents: false,
    rule: 0.7,
  },
} as const satisfies Record<string, PaperStyle>
