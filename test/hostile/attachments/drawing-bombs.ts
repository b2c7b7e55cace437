/** PDFs of which one page is read soon and takes longer to draw than anybody waits. All invented (示例). */
import { bomb, packed, text, twoPages, type Bomb } from './bomb-maker'
import { streamObject } from './pdf-maker'

const times = (count: number, line: string): string => `${line}\n`.repeat(count)
const form = '/Type /XObject /Subtype /Form /BBox [0 0 300 200]'

/** Corners of triangles or of patches all over the page (ISO 32000-1 8.7.4.5.5 to 8.7.4.5.8), of eight bytes each. */
const mesh = (type: 4 | 5 | 6, corners: number, drawn = 1): Buffer => {
  const stride = type === 5 ? 7 : type === 6 ? 61 : 8
  const bytes = Buffer.alloc(corners * stride)
  for (let at = 0; at < bytes.length; at += 1) {
    bytes[at] = at % stride === 0 && type !== 5 ? 0 : (at * 7 + (at >> 6)) & 0xff
  }
  const perRow = type === 5 ? '/VerticesPerRow 1000' : ''
  const flag = type === 5 ? '' : '/BitsPerFlag 8'
  return twoPages({
    contents: packed(times(drawn, '/S1 sh')),
    resources: '/Shading << /S1 8 0 R >>',
    more: [
      packed(
        bytes,
        `/ShadingType ${type} /ColorSpace /DeviceRGB /BitsPerCoordinate 16 /BitsPerComponent 8 ${flag} ${perRow}
         /Decode [0 300 0 200 0 1 0 1 0 1]`,
      ),
    ],
  })
}

/** Patterns each of which fills itself with the next one twice. */
const patternsInPatterns = (depth: number): Buffer => {
  const dict = '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 300 200] /XStep 300 /YStep 200'
  const pattern = (index: number) =>
    streamObject(
      `${dict} /Resources << /Pattern << /P ${9 + index} 0 R >> >>`,
      Buffer.from('/Pattern cs /P scn 0 0 150 200 re f /P scn 150 0 150 200 re f'),
    )
  return twoPages({
    contents: text('/Pattern cs /P scn 0 0 300 200 re f'),
    resources: '/Pattern << /P 8 0 R >>',
    more: [
      ...Array.from({ length: depth }, (_, index) => pattern(index)),
      streamObject(`${dict} /Resources << >>`, Buffer.from('1 0 0 rg 0 0 9 9 re f')),
    ],
  })
}

/** Soft masks each of which is drawn through the next. */
const masksInMasks = (depth: number): Buffer => {
  const group = '/Group << /S /Transparency /CS /DeviceRGB >>'
  const state = (next: string) => `/ExtGState << /G << /SMask << /S /Luminosity /G ${next} >> >> >>`
  const mask = (index: number) =>
    streamObject(
      `${form} ${group} /Resources << ${state(`${9 + index} 0 R`)} >>`,
      Buffer.from('/G gs 1 g 0 0 300 200 re f'),
    )
  return twoPages({
    contents: text(times(20, 'q /G gs 1 0 0 rg 0 0 300 200 re f Q')),
    resources: state('8 0 R'),
    more: [
      ...Array.from({ length: depth }, (_, index) => mask(index)),
      streamObject(`${form} ${group}`, Buffer.from('1 g 0 0 300 200 re f')),
    ],
  })
}

/** A font each of whose characters is a drawing of many strokes. */
const drawnCharacters = (strokes: number, characters: number): Buffer =>
  twoPages({
    contents: packed(`BT /T3 12 Tf 20 100 Td (${'a'.repeat(characters)}) Tj ET`),
    resources: '/Font << /T3 8 0 R >>',
    more: [
      `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 97 /LastChar 97
       /Widths [1] /CharProcs << /a 9 0 R >> /Encoding << /Type /Encoding /Differences [97 /a] >> /Resources << >> >>`,
      packed(`1000 0 d0 ${times(strokes, '0 0 m 999 999 l S')}`),
    ],
  })

export const drawingBombs: readonly Bomb[] = [
  bomb('four hundred thousand strokes', false, () =>
    twoPages({ contents: packed(times(400_000, '0 0 m 299 199 l S')) }),
  ),
  bomb('four million strokes', false, () => twoPages({ contents: packed(times(4_000_000, '0 0 m 299 199 l S')) })),
  bomb('a line with four million corners', false, () =>
    twoPages({ contents: packed(`0 0 m ${times(2_000_000, '299 199 l 0 9 l')} S`) }),
  ),
  bomb('an area with two million corners', false, () =>
    twoPages({ contents: packed(`0 0 m ${times(1_000_000, '299 199 l 7 0 l')} f*`) }),
  ),
  bomb('a mesh of half a million triangles', false, () => mesh(4, 1_500_000)),
  bomb('a mesh of two million triangles', false, () => mesh(4, 6_000_000)),
  bomb('a lattice of three million corners', false, () => mesh(5, 3_000_000)),
  bomb('two hundred thousand patches', false, () => mesh(6, 200_000)),
  bomb('a mesh drawn three hundred times', false, () => mesh(4, 60_000, 300)),
  bomb('three million characters', false, () =>
    twoPages({ contents: packed(`BT /F1 9 Tf 2 100 Td ${times(30_000, `(${'SHILI'.repeat(20)}) Tj`)} ET`) }),
  ),
  bomb('characters that are drawings', false, () => drawnCharacters(20_000, 50_000)),
  bomb('patterns in patterns', false, () => patternsInPatterns(25)),
  bomb('masks in masks', false, () => masksInMasks(12)),
  bomb('clips in clips', false, () =>
    twoPages({ contents: packed(times(100_000, 'q 1 1 m 299 1 l 150 199 l h W n 0 0 300 200 re f')) }),
  ),
]
