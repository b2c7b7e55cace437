/** One face of one document: the glyphs used, embedded as a Type 0 font (ISO 32000-1 9.7). */
import { type PDFDict, PDFName, PDFString, type PDFContext, type PDFRef } from 'pdf-lib'
import { type FontFace, type Glyph } from '../fonts/font-set'

type FontkitSubset = ReturnType<FontFace['font']['createSubset']>

/** Six letters that mark a subset (9.6.4); fixed, so that equal input gives equal bytes. */
const subsetTags: Record<FontFace['face'], string> = {
  fang: 'LSFANG',
  hei: 'LSHEIT',
  kai: 'LSKAIT',
  song: 'LSSONG',
  title: 'LSBIAO',
}

export class SubsetFont {
  readonly #subset: FontkitSubset
  /** Glyph ids of the whole font to those of the subset. */
  readonly #ids = new Map<number, { id: number; glyph: Glyph }>()

  constructor(
    readonly face: FontFace,
    /** Whole-font output is for tests that compare the two. */
    readonly isWhole: boolean,
  ) {
    this.#subset = face.font.createSubset()
  }

  get resourceName(): string {
    return this.face.face
  }

  /** Four hex digits that show the glyph. */
  encode(glyph: Glyph): string {
    let known = this.#ids.get(glyph.id)
    if (known === undefined) {
      known = { id: this.isWhole ? glyph.id : this.#subset.includeGlyph(glyph.id), glyph }
      this.#ids.set(glyph.id, known)
    }
    return known.id.toString(16).padStart(4, '0')
  }

  /** Writes font program, widths and ToUnicode. `bytes` is the whole file, used when not subsetting. */
  embed(context: PDFContext, bytes: Uint8Array | undefined): PDFRef {
    const { font, isCff } = this.face
    const program = this.isWhole && bytes !== undefined ? wholeProgram(bytes, isCff) : this.#subset.encode()
    const name = this.isWhole ? this.face.name : `${subsetTags[this.face.face]}+${this.face.name}`
    const scale = 1000 / font.unitsPerEm
    const { minX, minY, maxX, maxY } = font.bbox
    const descriptor = context.obj({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: 4,
      FontBBox: [minX, minY, maxX, maxY].map((value) => Math.round(value * scale)),
      ItalicAngle: 0,
      Ascent: Math.round(font.ascent * scale),
      Descent: Math.round(font.descent * scale),
      CapHeight: Math.round((font.capHeight || font.ascent) * scale),
      StemV: this.face.face === 'title' ? 160 : 80,
      [isCff ? 'FontFile3' : 'FontFile2']: context.register(
        context.flateStream(program, isCff ? { Subtype: 'CIDFontType0C' } : {}),
      ),
      ...(this.isWhole ? {} : { CIDSet: context.register(context.flateStream(this.#cidSet())) }),
    })
    const cidFont: PDFDict = context.obj({
      Type: 'Font',
      Subtype: isCff ? 'CIDFontType0' : 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
      FontDescriptor: context.register(descriptor),
      DW: 1000,
      W: this.#widths(),
    })
    if (!isCff) cidFont.set(PDFName.of('CIDToGIDMap'), PDFName.of('Identity'))
    return context.register(
      context.obj({
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: name,
        Encoding: 'Identity-H',
        DescendantFonts: [context.register(cidFont)],
        ToUnicode: context.register(context.flateStream(this.#toUnicode())),
      }),
    )
  }

  #sorted(): { id: number; glyph: Glyph }[] {
    return [...this.#ids.values()].toSorted((a, b) => a.id - b.id)
  }

  /** Full-width glyphs take the default; the rest are listed one by one (9.7.4.3). */
  #widths(): (number | number[])[] {
    return this.#sorted().flatMap(({ id, glyph }) => (glyph.advance === 1 ? [] : [id, [glyph.advance * 1000]]))
  }

  /** PDF/A-1 6.3.5: a bit for every CID in the subset, .notdef included. */
  #cidSet(): Uint8Array {
    const highest = this.#sorted().at(-1)?.id ?? 0
    const bits = new Uint8Array((highest >> 3) + 1)
    for (const id of [0, ...this.#sorted().map((entry) => entry.id)]) {
      bits[id >> 3] = (bits[id >> 3] ?? 0) | (0x80 >> (id & 7))
    }
    return bits
  }

  /** 9.10.3: from glyph to the character it was set for, a hundred to a block. */
  #toUnicode(): string {
    const entries = this.#sorted().map(({ id, glyph }) => {
      const utf16 = [...String.fromCodePoint(glyph.codePoint).split('')]
      const target = utf16.map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0')).join('')
      return `<${id.toString(16).padStart(4, '0')}> <${target}>`
    })
    const blocks: string[] = []
    for (let start = 0; start < entries.length; start += 100) {
      const block = entries.slice(start, start + 100)
      blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
    }
    return [
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
      '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
      '1 begincodespacerange <0000> <ffff> endcodespacerange',
      ...blocks,
      'endcmap CMapName currentdict /CMap defineresource pop end end',
    ].join('\n')
  }
}

/** A TrueType file as it is; of an OpenType file with CFF outlines, its CFF table alone. */
function wholeProgram(bytes: Uint8Array, isCff: boolean): Uint8Array {
  if (!isCff) return bytes
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 12; at < 12 + 16 * view.getUint16(4); at += 16) {
    if (String.fromCharCode(...bytes.subarray(at, at + 4)) !== 'CFF ') continue
    const offset = view.getUint32(at + 8)
    return bytes.subarray(offset, offset + view.getUint32(at + 12))
  }
  throw new TypeError('the font has no CFF table')
}
