import type { Artifact, IpcHandlers } from '@shared/ipc/contract'
import { canonicalJson } from '@shared/lib/canonical-json'
import { countersignPdf } from '../documents/countersign-pdf'
import { writeNewFolder } from '../documents/new-folder'
import { rethrowAsFailure } from '../documents/publishing-failure'
import { writeNewFiles } from '../files/new-file'
import { answer } from '../lib/failure'
import type { HostContext } from '../context/host-context'
import { signatureLabel } from '../keys/signature-label'

type DocumentChannels = 'document:render' | 'document:sign' | 'document:read' | 'document:drop' | 'document:write'

/** Publishing a composed document, and keeping what was published until it is written. */
export function documentHandlers(context: HostContext): Pick<IpcHandlers, DocumentChannels> {
  const { artifacts, options } = context
  return {
    'document:render': ({ model, sign, attachments }) =>
      answer(async () => {
        const { identity } = context.requireDesk()
        const rendered = await options.publisher
          .renderPdf(model, {
            attachments: attachments.map(({ name, json }) => ({
              name,
              mediaType: 'application/json',
              description: name,
              bytes: Buffer.from(canonicalJson(json), 'utf8'),
            })),
          })
          .catch(rethrowAsFailure)
        const docx = new Uint8Array(await options.publisher.renderDocx(model).catch(rethrowAsFailure))
        const plain = new Uint8Array(rendered.bytes)
        const places = rendered.places.flatMap((place) =>
          place.kind === 'signature' ? [{ field: place.field, page: place.page, rect: place.rect }] : [],
        )
        if (!sign) {
          return { artifacts: [artifacts.add('pdf', plain, rendered.pageCount), artifacts.add('docx', docx)], places }
        }
        const signer = { certificate: new Uint8Array(identity.certificate), key: identity.signingKey }
        const signedAt = options.clock().toISOString()
        const pdf = await options.publisher.signPdf(plain, signer, {
          fieldName: `desk-${identity.desk.keyId.slice(0, 8)}`,
          signedAt,
          reason: signatureLabel,
        })
        const p7s = await options.publisher.signDetached(docx, signer, signedAt)
        const made: Artifact[] = [
          artifacts.add('pdf', pdf, rendered.pageCount),
          artifacts.add('docx', docx),
          artifacts.add('p7s', p7s),
        ]
        return { artifacts: made, places }
      }),
    'document:sign': (request) =>
      answer(async () => {
        const { identity } = context.requireDesk()
        const pdf = await countersignPdf(request, {
          identity,
          signedAt: options.clock().toISOString(),
          publisher: options.publisher,
        })
        return { artifact: artifacts.add('pdf', pdf) }
      }),
    'document:read': ({ artifactId }) => answer(async () => ({ bytes: artifacts.bytesOf(artifactId) })),
    'document:drop': async ({ artifactIds }) => artifacts.drop(artifactIds),
    'document:write': ({ items, folder, newFolder }) =>
      answer(async () => {
        const files = items.map(({ artifactId, fileName }) => ({ fileName, content: artifacts.bytesOf(artifactId) }))
        const parent = folder === undefined ? context.exchangeFolder() : context.places.pathOf('folder', folder)
        if (newFolder === undefined) return { files: await writeNewFiles(parent, files) }
        const written = await writeNewFolder(parent, newFolder, files, context.freeBytes)
        return { files: [...written.files] }
      }),
  }
}
