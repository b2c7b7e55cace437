import { listNotUnderstood, shortList } from '@shared/bundle/not-understood'
import { commitmentCode } from '@shared/domain/opinion-commitment'
import type { SignatureReport, VerifyReport } from '@shared/ipc/verify-report'
import { foldDesk } from '@shared/records/desk-state'
import { checkCommitment } from '@shared/records/opinion-standing'
import { readBundleHere } from '../bundles/bundle-job'
import type { BundleReader } from '../bundles/bundle-reader'
import type { OpenedBundle } from '../bundles/read-bundle'
import { memorySource } from '../bytes/byte-source'
import { foreignCodes } from '../bundles/foreign-file'
import type { EnvelopeKeys } from '../envelopes/file-key'
import { isSealed, plainSource } from '../envelopes/plain-source'
import { fail, HostFailure } from '../lib/failure'
import { digestOf } from '../files/durable-file'
import type { OpenDesk } from '../desk/open-desk'
import { examineCountersignature } from './countersignatures'
import { knownDesks, type CertificateTrust, type KnownDesks } from './known-desks'
import { problem } from './problem'
import { verifyDocxFile } from './verify-docx-file'
import { verifyPdfFile } from './verify-pdf-file'

export type FileToVerify = {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly signature?: Uint8Array
  /** Opens an envelope that was made by passphrase. */
  readonly passphrase?: string
}

/**
 * Who signed what, intact or not, for a bundle, a PDF, or a DOCX with its `.p7s`. Trust comes from the desk that is
 * open, or from `known`; without either every signer is unknown. An envelope around a bundle is opened by the desk's
 * key or the passphrase.
 * @throws HostFailure `verify.unknown-format`, `bundle.is-…` (foreign under the name of a bundle),
 *   `envelope.passphrase-needed`, `envelope.wrong-passphrase`
 */
export async function verifyFile(
  file: FileToVerify,
  desk: OpenDesk | null,
  readBundle: BundleReader = readBundleHere,
  known?: KnownDesks,
): Promise<VerifyReport> {
  const desks = known ?? (await knownDesks(desk))
  const report = await examine(file, desks.trust, { readBundle, desk: desk?.identity.encryption ?? null })
  return { ...report, signatures: report.signatures.map((signature) => introduced(signature, report.verdict, desks)) }
}

/** Only what is wholly intact is anybody's word; a stranger who bears the name of a desk known here is told as one. */
function introduced(signature: SignatureReport, verdict: VerifyReport['verdict'], desks: KnownDesks): SignatureReport {
  const trust = verdict === 'intact' ? signature.trust : 'unknown'
  const isClaim = trust === 'unknown' && signature.intact && verdict !== 'damaged'
  const namesake = isClaim ? desks.namesake(signature.signer, signature.unit) : null
  return namesake === null ? { ...signature, trust } : { ...signature, trust, namesake }
}

async function examine(file: FileToVerify, trust: Trust, opening: Opening): Promise<VerifyReport> {
  const start = Buffer.from(file.bytes.subarray(0, 64)).toString('latin1')
  const lowerName = file.fileName.toLowerCase()
  if (start.startsWith('%PDF-') || lowerName.endsWith('.pdf')) return verifyPdfFile(file, head(file, 'pdf'), trust)
  if (/\.lsb(\.age)?$/u.test(lowerName) || start.includes('application/vnd.lianshen') || isSealed(file.bytes)) {
    return verifyBundleFile(file, trust, opening)
  }
  if (lowerName.endsWith('.docx')) return verifyDocxFile(file, head(file, 'docx'), trust)
  return fail('verify.unknown-format', { fileName: file.fileName })
}

type Trust = (fingerprint: string) => CertificateTrust

const head = ({ fileName, bytes }: FileToVerify, format: VerifyReport['format']) => ({
  fileName,
  format,
  sha256: digestOf(bytes).sha256,
  opinionSignatures: [],
  commitments: [],
})

type Opening = { readonly readBundle: BundleReader; readonly desk: EnvelopeKeys['desk'] }

const asksForPassphrase: ReadonlySet<string> = new Set(['envelope.passphrase-needed', 'envelope.wrong-passphrase'])

/** The bundle, out of the envelope around it if there is one. @throws HostFailure `envelope.*` */
async function unsealed({ bytes, passphrase }: FileToVerify, desk: EnvelopeKeys['desk']): Promise<Uint8Array> {
  if (!isSealed(bytes)) return bytes
  const plain = await plainSource(memorySource(bytes), { desk, passphrase: passphrase ?? null })
  return plain.read(0, plain.size)
}

async function verifyBundleFile(file: FileToVerify, trust: Trust, opening: Opening): Promise<VerifyReport> {
  let bundle: OpenedBundle
  try {
    bundle = await opening.readBundle(await unsealed(file, opening.desk))
  } catch (error) {
    if (error instanceof HostFailure && asksForPassphrase.has(error.error.code)) {
      return fail(error.error.code as 'envelope.passphrase-needed', { fileName: file.fileName })
    }
    // Nothing in it is damaged: it is no bundle.
    const foreign = error instanceof HostFailure && foreignCodes.find((code) => code === error.error.code)
    if (foreign) {
      throw new HostFailure({ code: foreign, params: { ...error.error.params, fileName: file.fileName } })
    }
    const found =
      error instanceof HostFailure
        ? { code: error.error.code, params: { ...error.error.params, fileName: file.fileName } }
        : error instanceof RangeError
          ? problem('bundle.truncated', { fileName: file.fileName })
          : null
    if (found === null) throw error
    return { ...head(file, 'bundle'), verdict: 'damaged', signatures: [], problems: [found], facts: [] }
  }
  const { manifest, certificate, records, blobs, fingerprint } = bundle
  const certificateFingerprint = digestOf(certificate).sha256
  return {
    ...head(file, 'bundle'),
    verdict: 'intact',
    signatures: [
      {
        signer: manifest.from.name,
        unit: manifest.from.unit,
        certificateFingerprint,
        keyFingerprint: fingerprint,
        signedAt: manifest.createdAt,
        intact: true,
        coversWholeFile: true,
        trust: trust(certificateFingerprint),
      },
    ],
    problems: newerProblems(bundle),
    facts: [
      { key: 'kind', value: manifest.kind },
      { key: 'to', value: manifest.to },
      { key: 'bundleId', value: manifest.bundleId },
      { key: 'keyFingerprint', value: fingerprint },
      { key: 'records', value: records.length },
      { key: 'attachments', value: blobs.length },
      ...opinionFacts(bundle),
    ],
    opinionSignatures: countersignaturesIn(bundle, trust),
    commitments: commitmentsIn(bundle),
  }
}

/** It is whole, and a newer version wrote it. */
function newerProblems({ newer, records }: OpenedBundle): VerifyReport['problems'] {
  const list = listNotUnderstood({ newer, records }, { author: () => '', dossier: () => '' })
  if (list === null) return []
  const unread = problem('not-understood', { what: shortList(list) })
  return newer === null ? [unread] : [problem('newer-minor', { format: newer.format }), unread]
}

/** 会签 in a bundle, each over the opinion that travels with it, if it does. */
function countersignaturesIn({ records, statements }: OpenedBundle, trust: Trust): VerifyReport['opinionSignatures'] {
  const read = records.flatMap((incoming) => (incoming.kind === 'read' ? [incoming] : []))
  return read.flatMap(({ envelope, record }) => {
    if (record.type !== 'panel-opinion.signed') return []
    const opinion = read.flatMap(({ record: { type, payload } }) => {
      const isOwn = type === 'panel-opinion.sealed' && payload.dossierId === record.payload.dossierId
      return isOwn && payload.version === record.payload.opinionVersion ? [payload] : []
    })[0]
    return examineCountersignature(envelope, statements, opinion ?? null, trust)
  })
}

/** 封存哈希 in a bundle, each compared with the opinion that travels with it, as far as it does. */
function commitmentsIn({ records }: OpenedBundle): VerifyReport['commitments'] {
  const { state } = foldDesk(
    records.flatMap((incoming) =>
      incoming.kind === 'read' && incoming.record.type.startsWith('opinion.') ? [incoming.record] : [],
    ),
  )
  const salts = [...state.opinionSalts.values()]
  return [...state.opinionCommitments.values()].map((row) => {
    const { panelId, dossierId, expertId, opinionVersion, commitment } = row.value
    const own = [...state.expertOpinions.values()].filter(
      ({ value }) => value.panelId === panelId && value.dossierId === dossierId && value.expertId === expertId,
    )
    const check = checkCommitment(row, own, salts)
    return { dossierId, version: opinionVersion, commitment, code: commitmentCode(commitment), check }
  })
}

/** Which dossier version each sealed opinion in a bundle is about. */
function opinionFacts(bundle: OpenedBundle): VerifyReport['facts'] {
  return bundle.records.flatMap((incoming) => {
    if (incoming.kind !== 'read' || incoming.record.type !== 'opinion.sealed') return []
    const { dossierId, dossierVersion, dossierHash } = incoming.record.payload
    return [{ key: 'opinion', value: `${dossierId} v${dossierVersion} ${dossierHash.slice(0, 8)}` }]
  })
}
