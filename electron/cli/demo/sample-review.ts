import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import {
  expertOpinionSchema,
  expertSchema,
  panelOpinionSchema,
  panelSchema,
  recusalDeclarationSchema,
} from '@shared/domain/panel'
import { consultationSchema, noticeSchema } from '@shared/domain/pilot'
import { divisionOpinionSchema } from '@shared/domain/proceedings'

/** resources/samples/opinions.json: how the clean sample was judged. All invented. */
const reviewSchema = z.strictObject({
  panel: panelSchema,
  declarations: z.array(recusalDeclarationSchema),
  opinions: z.array(expertOpinionSchema),
  panelOpinion: panelOpinionSchema.pick({
    items: true,
    problems: true,
    suggestions: true,
    conclusion: true,
    dissents: true,
    refusals: true,
    leaderExpertId: true,
    signedOn: true,
  }),
  consultation: consultationSchema,
  notice: noticeSchema,
})

/** Everything that people decide in the demonstration. */
export async function readSampleReview(resourcesFolder: string) {
  const read = async <T>(name: string, schema: z.ZodType<T>): Promise<T> =>
    schema.parse(JSON.parse(await readFile(join(resourcesFolder, 'samples', name), 'utf8')))
  return {
    ...(await read('opinions.json', reviewSchema)),
    experts: await read('experts.json', z.array(expertSchema)),
    divisionOpinions: await read('division-opinions.json', z.array(divisionOpinionSchema)),
  }
}
export type SampleReview = Awaited<ReturnType<typeof readSampleReview>>
