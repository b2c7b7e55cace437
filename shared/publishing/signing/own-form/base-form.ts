/** The forms of the objects of a paper before any signature, as `renderPdf` writes them, byte for byte. */
import type { WrittenObject, WrittenRevision } from './written-revisions'
import { trailerOf } from './written-revisions'

type Role =
  | 'catalog'
  | 'pages'
  | 'page'
  | 'content'
  | 'font'
  | 'cidFont'
  | 'descriptor'
  | 'program'
  | 'cidSet'
  | 'toUnicode'
  | 'picture'
  | 'info'
  | 'preferences'
  | 'intent'
  | 'profile'
  | 'metadata'
  | 'fileSpec'
  | 'embedded'

/** What an object that has no form of ours leads to is not looked at more closely. */
type Reached = Role | 'unknown'

/** A form: literal text with places. `{role}` is a reference, `{role*}` a list of them; the rest are patterns below. */
const forms: Record<Role, string> = {
  catalog:
    '<<\n/Type /Catalog\n/Pages {pages}\n/ViewerPreferences {preferences}\n/Lang (zh-CN)\n/OutputIntents [ {intent} ]\n' +
    '/Metadata {metadata}\n{?/Names <<\n/EmbeddedFiles <<\n/Names [ {named fileSpec*}]\n>>\n>>\n/AF [ {fileSpec*}]\n?}>>',
  pages: '<<\n/Type /Pages\n/Kids [ {page*}]\n/Count {int}\n>>',
  page:
    '<<\n/Type /Page\n/Parent {pages}\n/Resources <<\n/Font <<\n{font entries}>>\n/XObject <<\n{picture entries}>>\n>>\n' +
    '/MediaBox [ 0 0 595.2755905511812 841.8897637795276 ]\n/Contents {content}\n>>',
  content: '<<\n/Filter /FlateDecode\n/Length {int}\n>>',
  font:
    '<<\n/Type /Font\n/Subtype /Type0\n/BaseFont {name}\n/Encoding /Identity-H\n/DescendantFonts [ {cidFont} ]\n' +
    '/ToUnicode {toUnicode}\n>>',
  cidFont:
    '<<\n/Type /Font\n/Subtype /CIDFontType{digit}\n/BaseFont {name}\n/CIDSystemInfo <<\n/Registry (Adobe)\n' +
    '/Ordering (Identity)\n/Supplement 0\n>>\n/FontDescriptor {descriptor}\n/DW 1000\n/W [ {widths}]\n' +
    '{?/CIDToGIDMap /Identity\n?}>>',
  descriptor:
    '<<\n/Type /FontDescriptor\n/FontName {name}\n/Flags 4\n/FontBBox [ {int} {int} {int} {int} ]\n/ItalicAngle 0\n' +
    '/Ascent {int}\n/Descent {int}\n/CapHeight {int}\n/StemV {int}\n/FontFile{digit} {program}\n{?/CIDSet {cidSet}\n?}>>',
  program: '<<\n{?/Subtype /CIDFontType0C\n?}/Filter /FlateDecode\n/Length {int}\n>>',
  cidSet: '<<\n/Filter /FlateDecode\n/Length {int}\n>>',
  toUnicode: '<<\n/Filter /FlateDecode\n/Length {int}\n>>',
  picture:
    '<<\n/Type /XObject\n/Subtype /Image\n/Width {int}\n/Height {int}\n/BitsPerComponent 8\n/ColorSpace /DeviceRGB\n' +
    '/Filter /FlateDecode\n/Length {int}\n>>',
  info:
    '<<\n/Title {hex}\n/Subject {hex}\n/Keywords {hex}\n/Producer {hex}\n/Creator {hex}\n' +
    '/CreationDate {date}\n/ModDate {date}\n>>',
  preferences: '<<\n/DisplayDocTitle true\n>>',
  intent:
    '<<\n/Type /OutputIntent\n/S /GTS_PDFA1\n/OutputConditionIdentifier (sRGB IEC61966-2.1)\n' +
    '/DestOutputProfile {profile}\n>>',
  profile: '<<\n/N 3\n/Filter /FlateDecode\n/Length {int}\n>>',
  metadata: '<<\n/Type /Metadata\n/Subtype /XML\n/Length {int}\n>>',
  fileSpec:
    '<<\n/Type /Filespec\n/F {literal}\n/UF {hex}\n/EF <<\n/F {embedded}\n>>\n/Desc {hex}\n/AFRelationship /Source\n>>',
  embedded:
    '<<\n/Type /EmbeddedFile\n/Subtype {mediaType}\n/Params <<\n/Size {int}\n/CreationDate {date}\n/ModDate {date}\n>>\n' +
    '/Filter /FlateDecode\n/Length {int}\n>>',
}

const streams: ReadonlySet<Role> = new Set([
  'content',
  'program',
  'cidSet',
  'toUnicode',
  'picture',
  'profile',
  'metadata',
  'embedded',
])

const patterns: Record<string, string> = {
  int: '-?\\d{1,9}',
  digit: '[0-9]',
  name: '/[A-Za-z0-9+-]{1,80}',
  mediaType: '/[A-Za-z0-9#.+-]{1,80}',
  hex: '<[0-9A-F]*>',
  literal: '\\([^()\\\\\\r\\n]*\\)',
  date: '\\(D:\\d{14}Z\\)',
  widths: '(?:\\d+ \\[ \\d+(?:\\.\\d+)? \\] )*',
}

const lists: Record<string, { role: Role; pattern: string }> = {
  'page*': { role: 'page', pattern: '(?:\\d{1,9} 0 R )+' },
  'fileSpec*': { role: 'fileSpec', pattern: '(?:\\d{1,9} 0 R )+' },
  'named fileSpec*': { role: 'fileSpec', pattern: '(?:<[0-9A-F]*> \\d{1,9} 0 R )+' },
  'font entries': { role: 'font', pattern: '(?:/(?:fang|hei|kai|song|title) \\d{1,9} 0 R\\n)*' },
  'picture entries': { role: 'picture', pattern: '(?:/picture\\d{1,9} \\d{1,9} 0 R\\n)*' },
}

interface Form {
  pattern: RegExp
  /** The role of what each group refers to. */
  refers: Role[]
}

const compiled = Object.fromEntries(
  Object.entries(forms).map(([role, text]): [string, Form] => {
    const refers: Role[] = []
    const source = text
      .replaceAll(/[\\^$.*+()[\]|]/g, (character) => `\\${character}`)
      .replaceAll('{?', '(?:')
      .replaceAll('?}', ')?')
      .replaceAll(/\{([^}]+)\}/g, (_, key: string) => {
        const place = key.replaceAll('\\', '')
        const list = lists[place]
        if (list !== undefined) {
          refers.push(list.role)
          return `(${list.pattern})`
        }
        const pattern = patterns[place]
        if (pattern !== undefined) return pattern
        refers.push(place as Role)
        return '(\\d{1,9} 0 R)'
      })
    return [role, { pattern: new RegExp(`^${source}$`), refers }]
  }),
) as Record<Role, Form>

const referredIn = (text: string): number[] => [...text.matchAll(/(\d+) 0 R/g)].map(([, digits]) => Number(digits))

export interface BasePage {
  object: WrittenObject
  /** The stream of what it shows. */
  content: WrittenObject | undefined
}

export interface BaseFacts {
  catalog: WrittenObject | undefined
  /** In the order of reading. */
  pages: BasePage[]
  /** Numbers of objects that are not of the form of their role, or play two. */
  deviant: number[]
  /** Numbers of objects that nothing leads to. */
  unused: number[]
}

/**
 * No name stands twice in a list and no page twice in the tree, and the tree counts the pages that it has: of two that
 * are said, each reader takes the one it likes.
 */
function saysOnce(text: string): boolean {
  const names = [...text.matchAll(/(?:^|\n)(\/(?:fang|hei|kai|song|title|picture\d+)) /g)].map(([, name]) => name)
  const files = [...(/\n\/Names \[ (.*) \]\n/.exec(text)?.[1] ?? '').matchAll(/<([0-9A-F]*)> /g)].map(
    ([, name]) => name,
  )
  const tree = /\n\/Kids \[ (.*)\]\n\/Count (-?\d+)\n/.exec(text)
  const pages = referredIn(tree?.[1] ?? '')
  const areUnique = [names, files, pages].every((list) => new Set<unknown>(list).size === list.length)
  return areUnique && (tree === null || Number(tree[2]) === pages.length)
}

/** What the objects of a first save are for: each is reached from the trailer in one role, and has that role's form. */
export function readBase(revision: WrittenRevision): BaseFacts {
  const objects = new Map(revision.objects.map((object) => [object.number, object]))
  const roles = new Map<number, Reached>()
  const deviant = new Set<number>()
  const pages: number[] = []
  const { root, info } = trailerOf(revision)
  const waiting: [number, Reached][] = [
    [info, 'info'],
    [root, 'catalog'],
  ]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [number, role] = next
    const known = roles.get(number)
    if (known !== undefined) {
      if (known !== role && role !== 'unknown' && known !== 'unknown') deviant.add(number)
      continue
    }
    roles.set(number, role)
    const object = objects.get(number)
    if (role === 'unknown') {
      waiting.push(...referredIn(object?.text ?? '').map((referred): [number, Reached] => [referred, 'unknown']))
      continue
    }
    const match = object === undefined ? null : compiled[role].pattern.exec(object.text)
    const isForm = match !== null && saysOnce(match[0])
    if (object === undefined || !isForm || (object.data !== undefined) !== streams.has(role)) {
      deviant.add(number)
      waiting.push(...referredIn(object?.text ?? '').map((referred): [number, Reached] => [referred, 'unknown']))
      continue
    }
    for (const [group, refers] of compiled[role].refers.entries()) {
      const numbers = referredIn(match[group + 1] ?? '')
      waiting.push(...numbers.map((referred): [number, Role] => [referred, refers]))
      if (refers === 'page') pages.push(...numbers)
    }
  }
  return {
    catalog: objects.get(root),
    pages: pages.flatMap((number) => {
      const object = objects.get(number)
      if (object === undefined) return []
      const content = /\n\/Contents (\d+) 0 R\n/.exec(object.text)?.[1]
      return [{ object, content: objects.get(Number(content)) }]
    }),
    deviant: [...deviant].toSorted((a, b) => a - b),
    unused: revision.objects.map(({ number }) => number).filter((number) => !roles.has(number)),
  }
}
