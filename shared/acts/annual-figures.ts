import { annualFiguresSchema, figureValueSchema, type AnnualFigures, type Figure } from '../domain/annual-figures'
import type { DossierId } from '../domain/ids'
import { err, ok } from '../lib/result'
import { gapAt, type Decided, type Gap } from './act'

/** A number as people and spreadsheets write it (１，２００.５ or 1 200.5), as digits; null: it is none. */
export function typedFigure(text: string): string | null {
  const digits = text.normalize('NFKC').replace(/\s/gu, '')
  const bare = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/u.test(digits) ? digits.replaceAll(',', '') : digits
  const value = bare.replace(/^(-?)0+(?=\d)/u, '$1')
  return figureValueSchema.shape.value.safeParse(value).success ? value : null
}

/**
 * The figures of one alliance for one year, as they were typed by figure; an empty field says nothing. What an older
 * table asked for stays. Gaps: what is no number, by figure. Pure.
 */
export function saveFigures(
  dossierId: DossierId,
  year: number,
  typed: Readonly<Record<string, string>>,
  {
    figures,
    before,
    note,
  }: { readonly figures: readonly Figure[]; readonly before: AnnualFigures | null; readonly note: string },
): Decided {
  const asked = new Set(figures.map(({ id }) => id))
  const filled = figures
    .map(({ id, name }) => ({ id, name, text: (typed[id] ?? '').trim() }))
    .filter(({ text }) => text !== '')
  const gaps = filled.flatMap(({ id, name, text }): readonly Gap[] =>
    typedFigure(text) === null ? [gapAt(id, 'no-number', { name })] : [],
  )
  const isYear = annualFiguresSchema.shape.year.safeParse(year).success
  if (!isYear || gaps.length > 0) return err([...(isYear ? [] : [gapAt('year', 'need-year')]), ...gaps])
  const kept = (before?.values ?? []).filter(({ figureId }) => !asked.has(figureId))
  const values = [...filled.map(({ id, text }) => ({ figureId: id, value: typedFigure(text) ?? '' })), ...kept]
  return ok([
    {
      type: 'annual-figures.saved',
      payload: { dossierId, figures: annualFiguresSchema.parse({ year, values, note: note.trim() }) },
    },
  ])
}
