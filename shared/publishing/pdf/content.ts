/** Marks as PDF content operators (ISO 32000-1 8, 9). */
import { type Handwriting } from '@shared/documents/blocks'
import { paper } from '../page-geometry'
import { type Ink, type Mark, type Rect } from '../typeset/drawing'
import { type SubsetFont } from './subset-font'

/** 7.2.4: 套红 is Y80 M80, here by the plain conversion to sRGB; text is full black. */
const colours: Record<Ink, string> = {
  black: '0 0 0',
  red: '1 0.2 0.2',
  grey: '0.5 0.5 0.5',
  pale: '0.92 0.92 0.92',
}

const round = (value: number): string => String(Math.round(value * 1000) / 1000)
const up = (y: number): number => paper.height - y

/** What a content stream refers to by name. */
export interface ContentResources {
  font: (face: SubsetFont['face']['face']) => SubsetFont
  /** Registers a picture; returns its resource name. */
  image: (base64: string) => { name: string; width: number; height: number }
}

/** One page's content stream. */
export function contentOf(marks: readonly Mark[], resources: ContentResources): string {
  return marks.map((mark) => operators(mark, resources)).join('\n')
}

function operators(mark: Mark, resources: ContentResources): string {
  switch (mark.kind) {
    case 'text':
      return showText(mark, resources)
    case 'rule':
      return [
        `${colours[mark.ink]} RG ${round(mark.thickness)} w 0 J`,
        `${round(mark.x1)} ${round(up(mark.y1))} m ${round(mark.x2)} ${round(up(mark.y2))} l S`,
      ].join(' ')
    case 'fill':
      return `${colours.black} rg ${mark.rects.map(rectangle).join(' ')} f`
    case 'handwriting':
      return handwritingOperators(
        mark.writing,
        { ...mark.rect, y: up(mark.rect.y + mark.rect.height) },
        resources.image,
      )
  }
}

const rectangle = ({ x, y, width, height }: Rect): string =>
  `${round(x)} ${round(up(y + height))} ${round(width)} ${round(height)} re`

/** Glyphs of one face on one baseline; kerning numbers put each where the line wants it. */
function showText(mark: Extract<Mark, { kind: 'text' }>, resources: ContentResources): string {
  const face = mark.glyphs[0]?.glyph.face
  if (face === undefined) return ''
  const font = resources.font(face)
  let shown = ''
  let pen = 0
  for (const { glyph, dx } of mark.glyphs) {
    const adjust = Math.round(((pen - dx) / mark.size) * 1000 * 100) / 100
    if (Math.abs(adjust) >= 0.01) shown += `${shown === '' ? '' : '>'}${adjust}<`
    else if (shown === '') shown = '<'
    shown += font.encode(glyph)
    pen += (glyph.advance - (Math.abs(adjust) >= 0.01 ? adjust / 1000 : 0)) * mark.size
  }
  const cos = round(Math.cos(mark.angle ?? 0))
  const sin = round(Math.sin(mark.angle ?? 0))
  const matrix = mark.angle === undefined ? '1 0 0 1' : `${cos} ${sin} ${round(-Number(sin))} ${cos}`
  return [
    `BT ${colours[mark.ink]} rg /${font.resourceName} ${round(mark.size)} Tf`,
    `${matrix} ${round(mark.x)} ${round(up(mark.baseline))} Tm [${shown}>] TJ ET`,
  ].join(' ')
}

/** A signature in its rectangle (y upwards), as large as fits, centred. */
export function handwritingOperators(
  writing: Exclude<Handwriting, { kind: 'place' }>,
  rect: Rect,
  image: ContentResources['image'],
): string {
  if (writing.kind === 'png') {
    const { name, width, height } = image(writing.base64)
    const scale = Math.min(rect.width / width, rect.height / height)
    const x = rect.x + (rect.width - width * scale) / 2
    const y = rect.y + (rect.height - height * scale) / 2
    return `q ${round(width * scale)} 0 0 ${round(height * scale)} ${round(x)} ${round(y)} cm /${name} Do Q`
  }
  const scale = Math.min(rect.width / writing.width, rect.height / writing.height)
  const left = rect.x + (rect.width - writing.width * scale) / 2
  const top = rect.y + (rect.height + writing.height * scale) / 2
  const paths = writing.strokes.map((stroke) => {
    const points = stroke.map(([x, y]) => `${round(left + x * scale)} ${round(top - y * scale)}`)
    const [first = ''] = points
    // A single point is a dot: a line of no length with round caps.
    const rest = points.length === 1 ? points : points.slice(1)
    return `${first} m ${rest.map((point) => `${point} l`).join(' ')} S`
  })
  return `q ${colours.black} RG 1.2 w 1 J 1 j ${paths.join(' ')} Q`
}
