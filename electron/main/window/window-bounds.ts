import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

/** Sizes and places in device-independent pixels. */
export const minimumSize = { width: 1024, height: 700 } as const
type Size = { readonly width: number; readonly height: number }
const defaultSize: Size = { width: 1366, height: 768 }

const boundsSchema = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int(), isMaximized: z.boolean() })
export type WindowBounds = z.infer<typeof boundsSchema>
type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Enough of the title bar is on some screen to be taken hold of. */
const isReachable = (bounds: Rectangle, screens: readonly Rectangle[]): boolean =>
  screens.some(
    (screen) =>
      bounds.x < screen.x + screen.width - 100 &&
      bounds.x + bounds.width > screen.x + 100 &&
      bounds.y >= screen.y - 10 &&
      bounds.y < screen.y + screen.height - 50,
  )

/** Where the window stood last, if that place still exists and the file can be read; else the default size, centred. */
export function readBounds(path: string, screens: readonly Rectangle[]): Partial<WindowBounds> & Size {
  try {
    const bounds = boundsSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
    if (isReachable(bounds, screens)) {
      return {
        ...bounds,
        width: Math.max(bounds.width, minimumSize.width),
        height: Math.max(bounds.height, minimumSize.height),
      }
    }
  } catch {
    // A missing or damaged note of a window's place is no news to anybody.
  }
  return defaultSize
}

export const writeBounds = (path: string, bounds: WindowBounds): void => {
  try {
    writeFileSync(path, JSON.stringify(bounds), { mode: 0o600 })
  } catch {
    // The next window opens at the default place.
  }
}
