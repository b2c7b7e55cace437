import type { BundleContents } from '@shared/acts/bundle-contents'
import { registerBundle, type WrittenBundle } from '@shared/acts/register-bundle'
import type { CalendarDate } from '@shared/domain/date'
import type { IpcInput } from '@shared/ipc/contract'
import { bundleFileName, type BundleName } from '@shared/messages/bundle-file-name'
import { createTranslator } from '@shared/messages/translate'
import type { DemoDesk } from './demo-desk'

const t = createTranslator('zh-CN')

/**
 * Writes and registers a bundle of the demonstration under the name that the screens would give it, and in the open:
 * everything in it is invented, and it is there to be verified with public tools. Answers its path.
 */
export async function exportDemoBundle(
  desk: DemoDesk,
  asked: Pick<IpcInput<'bundle:export'>, 'kind' | 'to' | 'locks'> & BundleContents,
  about: Pick<WrittenBundle, 'dossierIds' | 'expertId'> & { readonly folder: string },
  named: { readonly as: BundleName; readonly name: string; readonly on: CalendarDate },
): Promise<string> {
  const { recordIds, attachments, ...head } = asked
  const { folder, dossierIds, expertId } = about
  const { bundleId, file } = await desk.ask('bundle:export', {
    ...head,
    recordIds: [...recordIds],
    attachments: [...attachments],
    fileName: bundleFileName(t, named.as, { name: named.name, today: named.on }),
    protect: { kind: 'none' },
    folder,
  })
  await desk.append(...registerBundle({ bundleId, kind: asked.kind, to: asked.to, dossierIds, expertId, file }))
  return file.path
}
