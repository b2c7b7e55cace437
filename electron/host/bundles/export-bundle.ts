import type { BundleKind } from '@shared/records/payloads'
import { deskStatementSchema } from '@shared/records/payloads'
import { writeNewFile, type Written } from '../exchange/exchange-folder'
import { fail } from '../failure'
import { signManifestHash } from '../keys/signatures'
import type { OpenDesk } from '../open-desk'
import { layOutBundle } from './write-bundle'

export type ExportRequest = {
  readonly kind: BundleKind
  readonly to: string
  readonly recordIds: readonly string[]
  readonly attachments: readonly string[]
  readonly fileName: string
}

type Surroundings = {
  readonly desk: OpenDesk
  readonly folder: string
  readonly bundleId: string
  readonly createdAt: string
}

export type ExportedBundle = {
  readonly bundleId: string
  readonly file: Written
  readonly recordCount: number
  readonly attachmentCount: number
}

/**
 * Writes a signed bundle of the records asked for, the introduction of every author among them and of this desk, and
 * the attachments. Answers after the written file was read again and hashed.
 * @throws HostFailure `journal.no-such-record`, `attachment.missing`, and what `writeNewFile` throws
 */
export async function exportBundle(request: ExportRequest, around: Surroundings): Promise<ExportedBundle> {
  const { desk, folder, bundleId, createdAt } = around
  const { identity, journal, attachments } = desk
  const asked = await journal.readById(request.recordIds)
  const authors = [...new Set([identity.desk.keyId, ...asked.map((record) => record.author)])].sort()
  const introductionIds = authors.map(
    (author) => journal.idAt(author, 1) ?? fail('journal.no-introduction', { keyId: author }),
  )
  const records = await journal.readById([...request.recordIds, ...introductionIds])
  const statements = records
    .filter((record) => introductionIds.includes(record.id))
    .map((record) => deskStatementSchema.parse(record.payload))
  const hashes = [...new Set(request.attachments)]
  for (const sha256 of hashes) {
    if ((await attachments.sizeOf(sha256)) === null) fail('attachment.missing', { sha256 })
  }
  const content = await layOutBundle(
    {
      bundleId,
      kind: request.kind,
      createdAt,
      from: identity.desk,
      to: request.to,
      statements,
      records,
      blobs: hashes.map((sha256) => ({ sha256, open: () => attachments.open(sha256) })),
    },
    (manifestSha256) => signManifestHash(manifestSha256, identity.privateKey),
  )
  const file = await writeNewFile(folder, { fileName: request.fileName, content })
  return { bundleId, file, recordCount: records.length, attachmentCount: hashes.length }
}
