/** Faces parsed once: glyphs and widths straight from cmap and hmtx, never through the shaper. */
import { create, type Font } from '@cantoo/fontkit'
import { faces, type Face } from '@shared/documents/blocks'
import { MissingGlyphError } from '../publishing-errors'

/** One whole font file (TTF or OTF) for each role. */
export type FontBytes = Record<Face, Uint8Array>

export interface Glyph {
  id: number
  codePoint: number
  /** The face that has it: not the one asked for when that one lacks the character. */
  face: Face
  /** Advance width in em. */
  advance: number
}

export interface FontFace {
  face: Face
  font: Font
  /** The name in the file, e.g. 'FandolFang-Regular'. */
  name: string
  /** CFF outlines (an OTF), else TrueType. */
  isCff: boolean
}

/** Where a missing character is looked for next, in this order. */
const fallback: readonly Face[] = ['song', 'hei', 'kai']

/** Parsed faces with a cache of glyphs; keep one for the life of the process (about 60 MB). */
export class FontSet {
  readonly faces: Readonly<Record<Face, FontFace>>
  readonly #glyphs = new Map<Face, Map<number, Glyph | undefined>>()

  /** Parses each font; throws when a file is no font that can be embedded. */
  constructor(bytes: FontBytes) {
    const parsed = faces.map((face): [Face, FontFace] => {
      const font = create(bytes[face])
      if (!('createSubset' in font)) throw new TypeError(`the font for ${face} is a collection, not a single face`)
      return [face, { face, font, name: font.postscriptName ?? face, isCff: isOpenTypeCff(bytes[face]) }]
    })
    this.faces = Object.fromEntries(parsed) as Record<Face, FontFace>
  }

  /** The glyph of a character in `face` or the first fallback that has it; undefined when none has. */
  find(codePoint: number, face: Face): Glyph | undefined {
    let known = this.#glyphs.get(face)
    if (known === undefined) this.#glyphs.set(face, (known = new Map<number, Glyph | undefined>()))
    if (!known.has(codePoint)) known.set(codePoint, this.#lookUp(codePoint, face))
    return known.get(codePoint)
  }

  /** As `find`, but throws `MissingGlyphError` naming the character and the text around it. */
  glyph(character: string, face: Face, context: string): Glyph {
    const codePoint = character.codePointAt(0) ?? 0
    const found = this.find(codePoint, face)
    if (found === undefined) throw new MissingGlyphError(character, codePoint, context)
    return found
  }

  #lookUp(codePoint: number, face: Face): Glyph | undefined {
    for (const candidate of [face, ...fallback]) {
      const { font } = this.faces[candidate]
      const glyph = font.hasGlyphForCodePoint(codePoint) ? font.glyphForCodePoint(codePoint) : null
      if (glyph === null) continue
      return { id: glyph.id, codePoint, face: candidate, advance: glyph.advanceWidth / font.unitsPerEm }
    }
    return undefined
  }

  /** Height of a character's ink above the baseline, in em. */
  inkTop(character: string, face: Face): number {
    const glyph = this.glyph(character, face, character)
    const { font } = this.faces[glyph.face]
    return (font.getGlyph(glyph.id)?.bbox.maxY ?? 0) / font.unitsPerEm
  }
}

/** 'OTTO', the signature of an OpenType file with CFF outlines. */
const isOpenTypeCff = (bytes: Uint8Array): boolean => String.fromCharCode(...bytes.subarray(0, 4)) === 'OTTO'
