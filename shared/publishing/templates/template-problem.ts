/** Why a Word file is no template of ours; each names what to look for in it. */
export type TemplateProblem =
  /** Not a Word file, broken, or larger than a letter can be. */
  | { kind: 'too-large'; bytes: number }
  | { kind: 'unknown-tag'; tag: string }
  | { kind: 'missing-tag'; tag: string }
  /** A tag of rows used as text, text used as rows, or a form that would insert raw XML. */
  | { kind: 'wrong-form'; tag: string }
  /** Brackets or rows that do not close. */
  | { kind: 'broken-tag'; tag: string }
  | PackageDanger
  /** Something whose words or meaning would be lost, for a template gives words only. */
  | { kind: 'not-carried'; part: string; what: NotCarried }
  /** The first paragraph is no title, or nothing follows it. */
  | { kind: 'no-title' }

/** What a letter's words cannot carry. */
export type NotCarried =
  | 'table'
  | 'picture'
  | 'text-box'
  | 'tracked-change'
  | 'note'
  | 'numbering'
  | 'field'
  | 'hidden-text'
  | 'struck-text'
  | 'symbol'
  | 'formula'
  | 'ruby'
  | 'header'

/**
 * The tags that a document offers: `{{name}}` is text; with `rows`, `{{#name}} … {{/name}}` is repeated for each row
 * and holds the row's own tags. `required`: a template without it is refused.
 */
export type TemplateTags = Readonly<Record<string, TemplateTag>>
export interface TemplateTag {
  required: boolean
  rows?: TemplateTags
}

/** What is filled in: text, or rows of the same. */
export interface TemplateValues {
  readonly [tag: string]: string | readonly TemplateValues[]
}

/** What a Word file may hold that reads another file, holds another document or runs. */
export type PackageDanger =
  | { kind: 'unreadable'; part: string }
  | { kind: 'external-relationship'; part: string; target: string }
  | { kind: 'macro'; part: string }
  | { kind: 'alt-chunk'; part: string }
  | { kind: 'embedded-object'; part: string }
  /** A field that reads other files or runs something: DDE, INCLUDETEXT, MACROBUTTON and the like. */
  | { kind: 'active-field'; part: string; field: string }
