import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { create, type Font } from '@cantoo/fontkit'
import type { PDFDocument, PDFFont } from 'pdf-lib'

/** Faces of the sample papers: 仿宋, 宋, 宋 bold, 小标宋-like, 黑, 黑 bold, 楷. */
const faceNames = ['fang', 'song', 'songBold', 'songBlack', 'hei', 'heiBold', 'kai'] as const
export type FaceName = (typeof faceNames)[number]

const files: Record<Exclude<FaceName, 'kai'>, string> = {
  fang: 'resources/fonts/FandolFang-Regular.otf',
  song: 'node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  songBold: 'node_modules/@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  songBlack: 'node_modules/@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf',
  hei: 'node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  heiBold: 'node_modules/@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
}
const kaiFile = 'node_modules/@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff'

interface Face {
  readonly name: FaceName
  readonly bytes: Uint8Array
  readonly font: Font
  /** Advance in units of the em by code point; -1 for a character the face does not have. */
  readonly advances: Map<number, number>
}

export interface Faces {
  readonly byName: Readonly<Record<FaceName, Face>>
  readonly fontkit: { create: (bytes: Uint8Array) => Font }
}

interface FontVerter {
  convert: (bytes: Buffer, format: 'truetype') => Promise<Uint8Array>
}

/** Reads and parses every face once; the parsed fonts serve all papers. */
export async function loadFaces(root: string): Promise<Faces> {
  const fontverter = createRequire(import.meta.url)('fontverter') as FontVerter
  const load = async (name: FaceName): Promise<Face> => {
    const raw = await readFile(resolve(root, name === 'kai' ? kaiFile : files[name]))
    const bytes = name === 'kai' ? new Uint8Array(await fontverter.convert(raw, 'truetype')) : new Uint8Array(raw)
    return { name, bytes, font: create(bytes) as Font, advances: new Map() }
  }
  const [fang, song, songBold, songBlack, hei, heiBold, kai] = await Promise.all([
    load('fang'),
    load('song'),
    load('songBold'),
    load('songBlack'),
    load('hei'),
    load('heiBold'),
    load('kai'),
  ])
  const byName = { fang, song, songBold, songBlack, hei, heiBold, kai }
  const parsed = new Map<Uint8Array, Font>(Object.values(byName).map((face) => [face.bytes, face.font]))
  const fontkit = { create: (bytes: Uint8Array) => parsed.get(bytes) ?? (create(bytes) as Font) }
  return { byName, fontkit }
}

export interface EmbeddedFaces {
  readonly faces: Faces
  readonly pdf: Readonly<Record<FaceName, PDFFont>>
}

/** Prepares every face for a document; only those that draw something are written into the file. */
export async function embedFaces(document: PDFDocument, faces: Faces): Promise<EmbeddedFaces> {
  document.registerFontkit(faces.fontkit)
  const pdf = {} as Record<FaceName, PDFFont>
  for (const [index, name] of faceNames.entries()) {
    const customName = `SAMPL${String.fromCharCode(65 + index)}+${name}`
    pdf[name] = await document.embedFont(faces.byName[name].bytes, { subset: true, customName })
  }
  return { faces, pdf }
}

function advanceIn(face: Face, codePoint: number): number {
  let advance = face.advances.get(codePoint)
  if (advance === undefined) {
    const glyph = face.font.hasGlyphForCodePoint(codePoint) ? face.font.glyphForCodePoint(codePoint) : null
    advance = glyph === null ? -1 : glyph.advanceWidth / face.font.unitsPerEm
    face.advances.set(codePoint, advance)
  }
  return advance
}

export interface CharacterFace {
  readonly face: FaceName
  /** In em. */
  readonly advance: number
}

/**
 * The face that really draws a character: the wanted one, else 宋, else 楷.
 * @throws Error naming the character if no face has it: pdf-lib would draw an empty box in silence.
 */
export function faceOf(faces: Faces, wanted: FaceName, character: string): CharacterFace {
  const codePoint = character.codePointAt(0) ?? 0
  for (const name of [wanted, 'song', 'kai'] as const) {
    const advance = advanceIn(faces.byName[name], codePoint)
    if (advance >= 0) return { face: name, advance }
  }
  throw new Error(`no bundled face draws ${character} (U+${codePoint.toString(16).toUpperCase()})`)
}

/** Outline of a character in 楷, in font units with y upwards; for the drawn signatures. */
export function outlineOf(faces: Faces, character: string): { commands: PathCommand[]; unitsPerEm: number } {
  const { font } = faces.byName.kai
  const glyph = font.glyphForCodePoint(character.codePointAt(0) ?? 0)
  if (glyph === null) throw new Error(`楷 does not draw ${character}`)
  return { commands: glyph.path.commands, unitsPerEm: font.unitsPerEm }
}

export interface PathCommand {
  readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath'
  readonly args: readonly number[]
}
