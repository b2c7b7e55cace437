import type { BasicPoint } from 'signature_pad'
import type { Handwriting } from '@shared/domain/judgement'

/** A tenth of a pixel is finer than any pen on any screen. */
const tenth = (value: number): number => Math.round(value * 10) / 10

/**
 * What was written, as it is kept: pixels of the pad, ms from the first point of the first stroke.
 * @returns null if nothing was written
 */
export function handwritingOf(
  groups: readonly { readonly points: readonly Pick<BasicPoint, 'x' | 'y' | 'time' | 'pressure'>[] }[],
  pad: { readonly width: number; readonly height: number },
): Handwriting | null {
  const strokes = groups.map((group) => group.points).filter((points) => points.length > 0)
  const begin = strokes[0]?.[0]?.time
  if (begin === undefined) return null
  return {
    width: Math.max(1, Math.round(pad.width)),
    height: Math.max(1, Math.round(pad.height)),
    strokes: strokes.map((points) =>
      points.map(({ x, y, time, pressure }) => ({
        x: tenth(x),
        y: tenth(y),
        t: Math.max(0, Math.round(time - begin)),
        // A mouse has no pressure and says so with 0 or 0.5.
        ...(pressure > 0 && pressure !== 0.5 ? { pressure: Math.round(pressure * 1000) / 1000 } : {}),
      })),
    ),
  }
}
