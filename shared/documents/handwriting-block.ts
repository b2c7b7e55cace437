import type { Handwriting } from '@shared/domain/judgement'
import type { Handwriting as HandwritingBlock } from './blocks'

/** The pen's path without its time, as it is drawn; strokes of no point are dropped, none at all is a blank place. */
export function strokesOf({ width, height, strokes }: Handwriting): HandwritingBlock {
  const drawn = strokes.filter((stroke) => stroke.length > 0)
  if (drawn.length === 0) return { kind: 'place' }
  return { kind: 'strokes', width, height, strokes: drawn.map((stroke) => stroke.map(({ x, y }) => [x, y])) }
}
