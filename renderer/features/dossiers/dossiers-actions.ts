import type { z } from 'zod'
import { previewDossierFile, type DossierFilePreview } from '@shared/acts/dossier-file-preview'
import { actionsOfLife, actionsOfMerger } from '@shared/acts/province/sample-province'
import { provinceId, sampleLives } from '@shared/acts/province/sample-lives'
import { actionsOfDossierFile } from '@shared/acts/take-dossier-file'
import type { CalendarDate } from '@shared/domain/date'
import { dossierFileSchema, type DossierFile } from '@shared/domain/dossier'
import type { DossierId } from '@shared/domain/ids'
import { err, ok, type Result } from '@shared/lib/result'
import { loadCalendar } from '@renderer/data/calendars'
import { append, deskDatabase } from '@renderer/data/desk'
import { dossierNames, loadDossier } from '@renderer/data/dossiers'
import { loadEndings } from '@renderer/data/endings'
import { loadOffice } from '@renderer/data/office'
import { callHost, done } from '@renderer/platform/bridge'

export type FileProblem =
  | { readonly kind: 'not-json' }
  | { readonly kind: 'wrong-fields'; readonly path: string; readonly issue: z.core.$ZodIssue; readonly value: unknown }

/** Reads the text of a dossier file; an unknown or wrong field is refused with its path. */
export function readDossierFile(text: string): Result<DossierFile, FileProblem> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return err({ kind: 'not-json' })
  }
  const parsed = dossierFileSchema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  if (issue === undefined) return err({ kind: 'not-json' })
  const unknownKeys = issue.code === 'unrecognized_keys' ? issue.keys : []
  const path = [...issue.path, ...unknownKeys].map(String).join('.')
  return err({ kind: 'wrong-fields', path, issue, value })
}

type Intake = { readonly today: CalendarDate; readonly by: string; readonly note: string }

/** What taking a dossier file would do to the desk as it stands. */
export const previewFile = async (file: DossierFile, today: CalendarDate): Promise<DossierFilePreview> =>
  previewDossierFile(file, await loadDossier(file.id), today)

/** Brings a dossier file onto the desk. @returns its id and whether anything changed. */
export async function takeDossierFile(
  file: DossierFile,
  intake: Intake,
): Promise<{ readonly dossierId: DossierId; readonly changed: boolean }> {
  const present = await loadDossier(file.id)
  const known = new Set(await deskDatabase().rows('priorRevocations').toCollection().primaryKeys())
  // A line of the register that is here stays as the office left it, struck off or corrected.
  const actions = actionsOfDossierFile(file, present, intake).filter(
    ({ type, payload }) => type !== 'revocation.registered' || !known.has(payload.id),
  )
  if (actions.length > 0) await append(...actions)
  return { dossierId: file.id, changed: actions.length > 0 }
}

/** Loads samples (示例), one after another, so that progress can be shown and stopped between two. */
export async function loadSamples(
  slugs: readonly string[],
  intake: Intake,
  onProgress: (done: number) => boolean,
): Promise<void> {
  for (const [index, slug] of slugs.entries()) {
    const { dossier } = done(await callHost('sample:load', { slug }))
    await takeDossierFile(dossierFileSchema.parse(dossier), intake)
    if (!onProgress(index + 1)) return
  }
}

/** How many alliances 示例省 has. */
export const provinceSize = sampleLives.length

/**
 * Loads 示例省: alliances in every state, each with its whole life in one append, so that none is left half-way. What is
 * here already is left as it is. `onProgress` may end it between two. @returns how many were loaded now
 */
export async function loadProvince(intake: Intake, onProgress: (done: number) => boolean): Promise<number> {
  const [settings, calendar, known] = await Promise.all([loadOffice(), loadCalendar(), dossierNames()])
  const missing = sampleLives.filter((life) => !known.has(provinceId(life)))
  const before = sampleLives.length - missing.length
  for (const [index, life] of missing.entries()) {
    const { dossier } = done(await callHost('sample:load', { slug: life.slug }))
    await append(...actionsOfLife(life, dossierFileSchema.parse(dossier), { ...intake, settings, calendar }))
    if (!onProgress(before + index + 1)) return index + 1
  }
  const merged = actionsOfMerger((await loadEndings()).lines, intake.today)
  if (merged.length > 0) await append(...merged)
  return missing.length
}
