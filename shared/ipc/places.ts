import { z } from 'zod'
import { place } from './parts'

/** What a person chose in the system's dialog. */
export const pickedFolderSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('picked'), place, path: z.string() }),
  z.strictObject({ kind: z.literal('cancelled') }),
  z.strictObject({ kind: z.literal('unsupported') }),
])

/** A folder and those below it. */
export const browsedFolderSchema = z.strictObject({
  path: z.string().nullable(),
  place: place.nullable(),
  parent: place.nullable(),
  folders: z.array(z.strictObject({ name: z.string(), place })),
})
