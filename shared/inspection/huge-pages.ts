import type { Finding, Inspection } from './finding'

/** A page of a PDF with pictures too large to be drawn, and the size in pixels of the largest. */
export type HugePage = { readonly page: number; readonly width: number; readonly height: number }

/** Pages that are named; one file seldom has more of them, and what is not named is stopped while it is drawn. */
const mostNamed = 6

/** The finding for pages that are not drawn; `detail` names the first of them with their sizes. */
export const hugePagesFinding = (pages: readonly HugePage[]): Finding => ({
  kind: 'huge-page',
  count: pages.length,
  detail: pages
    .slice(0, mostNamed)
    .map(({ page, width, height }) => `${page}: ${width}×${height}`)
    .join('; '),
})

/** The pages that a finding of `hugePagesFinding` names. */
export const hugePagesIn = (inspection: Inspection | undefined): readonly HugePage[] =>
  (inspection?.findings ?? [])
    .filter(({ kind }) => kind === 'huge-page')
    .flatMap(({ detail }) => [...detail.matchAll(/(\d+): (\d+)×(\d+)/gu)])
    .map(([, page, width, height]) => ({ page: Number(page), width: Number(width), height: Number(height) }))
