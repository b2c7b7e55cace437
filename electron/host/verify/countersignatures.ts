import { panelOpinionHash } from '@shared/domain/countersign'
import { panelOpinionSchema, type PanelOpinion } from '@shared/domain/panel'
import type { OpinionSignature, VerifyReport } from '@shared/ipc/verify-report'
import { contentHash } from '@shared/lib/sha256'
import type { EmbeddedFile } from '@shared/publishing/pdf/read-attachments'
import { countersignedFileName, countersignedFileSchema } from '@shared/records/countersigned-file'
import type { DeskStatement } from '@shared/records/payloads'
import { parseRecord, type RecordEnvelope } from '@shared/records/record'
import { digestOf } from '../files/durable-file'
import { certifiedNames, isRecordSignature, publicKeyOf } from '../keys/signatures'
import type { CertificateTrust } from './known-desks'
import { problem } from './problem'

/** Name of the sealed opinion's JSON inside its PDF. */
const opinionFileName = 'panel-opinion.json'
/** Far more than an opinion with fifteen hands; what is longer is not read. */
const longestJson = 20_000_000

export type OpinionFindings = Pick<VerifyReport, 'opinionSignatures' | 'problems' | 'facts'>

const nothing: OpinionFindings = { opinionSignatures: [], problems: [], facts: [] }

/** What the JSON files inside a PDF say of the panel's opinion, and whether each expert's signature over it holds. */
export function examineOpinionFiles(
  files: readonly EmbeddedFile[],
  trust: (fingerprint: string) => CertificateTrust,
): OpinionFindings {
  const opinionFile = files.find(({ name }) => name === opinionFileName)
  const gathered = files.find(({ name }) => name === countersignedFileName)
  const opinion = opinionFile === undefined ? null : panelOpinionSchema.safeParse(jsonOf(opinionFile))
  if (opinion?.success === false) return { ...nothing, problems: [problem('opinion-unreadable')] }
  if (gathered === undefined) return opinion === null ? nothing : { ...nothing, facts: factsOf(opinion.data) }
  const parsed = countersignedFileSchema.safeParse(jsonOf(gathered))
  if (!parsed.success) return { ...nothing, problems: [problem('countersignatures-unreadable')] }
  const { records, desks } = parsed.data
  const isOther = opinion !== null && contentHash(opinion.data) !== contentHash(parsed.data.opinion)
  const opinionSignatures = records.flatMap((record) =>
    examineCountersignature(record, desks, parsed.data.opinion, trust),
  )
  return {
    opinionSignatures,
    problems: [
      ...(isOther ? [problem('other-opinion')] : []),
      ...(opinionSignatures.length === records.length ? [] : [problem('countersignatures-unreadable')]),
      ...opinionSignatures
        .filter(({ intact }) => !intact)
        .map(({ name }) => problem('countersignature-altered', { signer: name })),
    ],
    facts: factsOf(parsed.data.opinion),
  }
}

/** One expert's signature: the record's own hash and signature hold, by the key of its desk, over this very opinion. */
export function examineCountersignature(
  record: RecordEnvelope,
  desks: readonly DeskStatement[],
  opinion: PanelOpinion | null,
  trust: (fingerprint: string) => CertificateTrust,
): OpinionSignature[] {
  const parsed = parseRecord(record)
  const read = 'record' in parsed && parsed.record.type === 'panel-opinion.signed' ? parsed.record.payload : null
  if (read === null) return []
  const statement = desks.find(({ keyId }) => keyId === record.author)
  // The statement beside it is nobody's word: the names are those of the certificate whose key signed.
  const names = statement === undefined ? null : certifiedNames(statement)
  const key = statement === undefined || names === null ? null : publicKeyOf(statement)
  const isSigned = key !== null && isRecordSignature(record.id, record.sig, key)
  const isForOpinion =
    opinion === null || (read.opinionVersion === opinion.version && read.opinionHash === panelOpinionHash(opinion))
  const fingerprint = statement === undefined ? '' : digestOf(Buffer.from(statement.certificate, 'base64')).sha256
  const intact = isSigned && isForOpinion
  return [
    {
      name: read.expertName,
      desk: names === null ? '' : `${names.commonName}（${names.organisation}）`,
      certificateFingerprint: fingerprint,
      kind: read.answer.kind,
      signedAt: record.at,
      recordId: record.id,
      scanSha256: read.answer.kind === 'scan' ? read.answer.scan.sha256 : null,
      intact,
      trust: intact ? trust(fingerprint) : 'unknown',
    },
  ]
}

/** Which version of which dossier the opinion is about. */
const factsOf = (opinion: PanelOpinion): VerifyReport['facts'] => [
  { key: 'opinionVersion', value: opinion.version },
  { key: 'opinionHash', value: panelOpinionHash(opinion) },
  { key: 'dossierVersion', value: opinion.dossierVersion },
  { key: 'dossierHash', value: opinion.dossierHash },
  { key: 'conclusion', value: opinion.conclusion },
]

function jsonOf({ bytes }: EmbeddedFile): unknown {
  if (bytes.length > longestJson) return null
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown
  } catch {
    return null
  }
}
