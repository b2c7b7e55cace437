/** How far each character of a page's fonts moves the pen, as the fonts' own objects say (ISO 32000-1 9.7.4.3). */
import type { WrittenObject } from './written-revisions'

/** Thousandths of the size by the code of a character, of the font of that name in a page's resources. */
export type PageFonts = ReadonlyMap<string, (code: number) => number>

/** What a font says nothing of (`/DW 1000`). */
const ordinary = 1000

/** The fonts that a page names; one that is not written as ours are has wide characters throughout. */
export function pageFonts(page: WrittenObject, objects: ReadonlyMap<number, WrittenObject>): PageFonts {
  const follow = (text: string, key: string): WrittenObject | undefined =>
    objects.get(Number(new RegExp(`\\n/${key} (?:\\[ )?(\\d{1,9}) 0 R`).exec(text)?.[1]))
  return new Map(
    [...page.text.matchAll(/\n\/(fang|hei|kai|song|title) (\d{1,9}) 0 R/g)].map(([, name = '', number]) => {
      const font = objects.get(Number(number))
      const widths = widthsOf(follow(font?.text ?? '', 'DescendantFonts')?.text ?? '')
      return [name, (code) => widths.get(code) ?? ordinary]
    }),
  )
}

function widthsOf(text: string): ReadonlyMap<number, number> {
  const list = /\n\/W \[ (.*)\]\n/.exec(text)?.[1] ?? ''
  return new Map(
    [...list.matchAll(/(\d+) \[ (\d+(?:\.\d+)?) \] /g)].map(([, code, width]) => [Number(code), Number(width)]),
  )
}
