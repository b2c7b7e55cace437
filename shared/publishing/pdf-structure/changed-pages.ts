/** Which pages show something else than an earlier save did; annotations are not of the page. */
import type { PdfView } from './pdf-view'
import { entry, type PdfDict, type PdfValue } from './syntax'

/** More pages, or values, than anybody compares. */
const mostPages = 5_000
const mostValues = 400_000
/** So many bytes are compared as fast as one value. */
const bytesPerValue = 256
/** Entries that do not show on the page, or lead back out of it. */
const aside = new Set(['Parent', 'Annots', 'Metadata', 'PieceInfo', 'LastModified', 'StructParents', 'Tabs', 'B', 'AA'])
const inherited = ['Resources', 'MediaBox', 'CropBox', 'Rotate']

interface Page {
  number: number
  dict: PdfDict
  /** Entries that come from above. */
  above: [string, PdfValue][]
}

/** Pages in the order of reading. @throws PdfStructureError */
async function pagesOf(view: PdfView): Promise<Page[]> {
  const root = await view.lookup(view.trailer, 'Root', 'dict')
  const tree = root === undefined ? undefined : entry(root, 'Pages')
  const pages: Page[] = []
  const seen = new Set<number>()
  const walk = async (value: PdfValue | undefined, above: [string, PdfValue][]): Promise<void> => {
    if (value?.kind !== 'reference' || seen.has(value.number) || pages.length > mostPages) return
    seen.add(value.number)
    const dict = await view.resolve(value)
    if (dict?.kind !== 'dict') return
    const kids = await view.lookup(dict, 'Kids', 'array')
    if (kids === undefined) {
      pages.push({ number: value.number, dict, above: above.filter(([name]) => entry(dict, name) === undefined) })
      return
    }
    const own = inherited.flatMap((name): [string, PdfValue][] => {
      const said = entry(dict, name)
      return said === undefined ? [] : [[name, said]]
    })
    const passed = [...above.filter(([name]) => !own.some(([other]) => other === name)), ...own]
    for (const kid of kids.items) await walk(kid, passed)
  }
  await walk(tree, [])
  return pages
}

/**
 * Numbers of pages (from 1) that show something else now, or are there no longer, or were not there.
 * @throws PdfStructureError when one of both cannot be read
 */
export async function changedPages(before: PdfView, now: PdfView): Promise<number[]> {
  const [old, current] = [await pagesOf(before), await pagesOf(now)]
  const compare = new Comparison(before, now)
  const changed: number[] = []
  for (let index = 0; index < Math.max(old.length, current.length); index++) {
    const [a, b] = [old[index], current[index]]
    const isSame = a !== undefined && b !== undefined && (await compare.isSameEntries(shown(a), shown(b)))
    if (!isSame) changed.push(index + 1)
  }
  return changed
}

const visible = (entries: readonly [string, PdfValue][]): [string, PdfValue][] =>
  entries.filter(([name]) => !aside.has(name)).toSorted(([a], [b]) => (a < b ? -1 : 1))
const shown = ({ dict, above }: Page): [string, PdfValue][] => visible([...above, ...dict.entries])

class Comparison {
  /** Objects compared and found the same, or being compared. */
  readonly #same = new Map<number, number>()
  #left = mostValues

  constructor(
    readonly before: PdfView,
    readonly now: PdfView,
  ) {}

  async isSameEntries(a: [string, PdfValue][], b: [string, PdfValue][]): Promise<boolean> {
    if (a.length !== b.length) return false
    for (const [index, [name, value]] of a.entries()) {
      const [otherName, other] = b[index] ?? ['']
      if (name !== otherName || other === undefined || !(await this.#isSame(value, other))) return false
    }
    return true
  }

  async #isSame(a: PdfValue, b: PdfValue): Promise<boolean> {
    this.#left -= 1
    if (this.#left < 0) return false
    if (a.kind === 'reference' && b.kind === 'reference') return this.#isSameObject(a.number, b.number)
    if (a.kind === 'reference' || b.kind === 'reference') {
      const [x, y] = [await this.before.resolve(a), await this.now.resolve(b)]
      return (
        x !== undefined && y !== undefined && x.kind !== 'reference' && y.kind !== 'reference' && this.#isSame(x, y)
      )
    }
    if (a.kind === 'array' && b.kind === 'array') {
      const name = (items: PdfValue[]) => items.map((item, index): [string, PdfValue] => [String(index), item])
      return this.isSameEntries(name(a.items), name(b.items))
    }
    if (a.kind === 'dict' && b.kind === 'dict') {
      return this.isSameEntries(visible(a.entries), visible(b.entries))
    }
    if (a.kind === 'string' && b.kind === 'string') return String(a.bytes) === String(b.bytes)
    if (a.kind === 'name' && b.kind === 'name') return a.name === b.name
    if (a.kind === 'number' && b.kind === 'number') return Object.is(a.value, b.value)
    if (a.kind === 'boolean' && b.kind === 'boolean') return a.value === b.value
    return a.kind === 'null' && b.kind === 'null'
  }

  async #isSameObject(a: number, b: number): Promise<boolean> {
    if (this.#same.get(a) === b) return true
    this.#same.set(a, b)
    const isSame = await this.#hasSameContent(a, b)
    if (!isSame) this.#same.delete(a)
    return isSame
  }

  async #hasSameContent(a: number, b: number): Promise<boolean> {
    const [old, current] = [await this.before.object(a), await this.now.object(b)]
    if (old === undefined || current === undefined) return old === current
    if (!(await this.#isSame(old.value, current.value))) return false
    const [data, other] = [old.found?.data, current.found?.data]
    if (data === undefined || other === undefined) return data === other
    if (data.start === other.start && data.end === other.end) return true
    if (data.end - data.start !== other.end - other.start) return false
    const bytes = this.now.bytes
    this.#left -= (data.end - data.start) / bytesPerValue
    for (let at = 0; at < data.end - data.start; at++) {
      if (bytes[data.start + at] !== bytes[other.start + at]) return false
    }
    return true
  }
}
