import { icsOf } from '@shared/calendar/ics'
import type { Artifact, IpcHandlers } from '@shared/ipc/contract'
import { canonicalJson } from '@shared/lib/canonical-json'
import { countersignPdf } from '../documents/countersign-pdf'
import { writeNewFolder } from '../documents/new-folder'
import { rethrowAsFailure } from '../documents/publishing-failure'
import { workbookOf } from '../documents/workbook'
import { writeNewFiles } from '../files/new-file'
import { answer, HostFailure } from '../lib/failure'
import type { HostContext } from '../context/host-context'
import { signatureLabel } from '../keys/signature-label'

type DocumentChannels =
  | 'document:render'
  | 'document:sign'
  | 'document:mark'
  | 'document:table'
  | 'table:read'
  | 'table:read-document'
  | 'document:read'
  | 'document:drop'
  | 'document:write'
  | 'document:kept'

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
    'document:mark': ({ sha256, marks, words }) =>
      answer(async () => {
        const { attachments } = context.requireDesk()
        const bytes = await wholeFile(attachments, sha256)
        // What was marked in other bytes lies elsewhere.
        const own = marks.filter((mark) => mark.sha256 === sha256)
        const copy = await options.publisher.markPdf(bytes, own, words).catch(rethrowAsFailure)
        return { artifact: artifacts.add('pdf', copy.bytes, copy.pageCount) }
      }),
    'document:table': (table) =>
      answer(async () => {
        context.requireDesk()
        if (table.kind === 'workbook') return { artifact: artifacts.add('xlsx', await workbookOf(table.sheets)) }
        const text = icsOf(table.events, table.name, table.stamp)
        return { artifact: artifacts.add('ics', new Uint8Array(Buffer.from(text, 'utf8'))) }
      }),
    'table:read': ({ bytes }) =>
      answer(async () => {
        context.requireDesk()
        return { reading: await context.inspector.readWorkbook(bytes) }
      }),
    'table:read-document': ({ bytes }) =>
      answer(async () => {
        context.requireDesk()
        return { reading: await context.inspector.readDocument(bytes) }
      }),
    'document:read': ({ artifactId }) => answer(async () => ({ bytes: artifacts.bytesOf(artifactId) })),
    'document:drop': async ({ artifactIds }) => artifacts.drop(artifactIds),
    'document:write': ({ items, folder, newFolder, keep }) =>
      answer(async () => {
        const files = items.map(({ artifactId, fileName }) => ({ fileName, content: artifacts.bytesOf(artifactId) }))
        if (keep === true) await keepAll(context, files)
        const parent = folder === undefined ? context.exchangeFolder() : context.places.pathOf('folder', folder)
        if (newFolder === undefined) return { files: await writeNewFiles(parent, files) }
        const written = await writeNewFolder(parent, newFolder, files, context.freeBytes)
        return { files: [...written.files] }
      }),
    'document:kept': ({ files }) =>
      answer(async () => {
        const { attachments } = context.requireDesk()
        const kept: Artifact[] = []
        for (const { sha256, format } of files) {
          kept.push(artifacts.add(format, await wholeFile(attachments, sha256)))
        }
        return { artifacts: kept }
      }),
  }
}

type Attachments = ReturnType<HostContext['requireDesk']>['attachments']

/** @throws HostFailure `attachment.missing`, `attachment.changed` */
async function wholeFile(attachments: Attachments, sha256: string): Promise<Uint8Array<ArrayBuffer>> {
  const source = await attachments.open(sha256)
  try {
    return new Uint8Array(await source.read(0, source.size))
  } finally {
    await source.close()
  }
}

/** A disk without room for copies keeps nobody from handing papers out: then there is only what was handed out. */
async function keepAll(context: HostContext, files: readonly { readonly content: Uint8Array }[]): Promise<void> {
  const { attachments } = context.requireDesk()
  try {
    for (const { content } of files) await attachments.put(content)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC' && !isFull(error)) throw error
  }
}

const isFull = (error: unknown): boolean => error instanceof HostFailure && error.error.code.startsWith('space.')
