import type { CSSProperties } from 'react'
import type { PageRegion } from './pdf-source'

const percent = (fraction: number) => `${fraction * 100}%`

export const regionStyle = (region: PageRegion): CSSProperties => ({
  left: percent(region.x),
  top: percent(region.y),
  width: percent(region.width),
  height: percent(region.height),
})
