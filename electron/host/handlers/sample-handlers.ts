import { join } from 'node:path'
import type { IpcHandlers } from '@shared/ipc/contract'
import { answer } from '../lib/failure'
import type { HostContext } from '../context/host-context'
import { listSamples, readSample } from '../samples/sample-folder'

type SampleChannels = 'sample:list' | 'sample:load'

/** Dossiers for training, all invented. */
export function sampleHandlers(context: HostContext): Pick<IpcHandlers, SampleChannels> {
  const folder = join(context.options.resourcesFolder, 'samples')
  return {
    'sample:list': () => listSamples(folder),
    'sample:load': ({ slug }) =>
      answer(async () => {
        const desk = context.requireDesk()
        await desk.refuseWhenFull()
        const { dossier, experts, materials } = await readSample(folder, slug)
        for (const bytes of materials) await desk.attachments.put(bytes)
        return { dossier, experts }
      }),
  }
}
