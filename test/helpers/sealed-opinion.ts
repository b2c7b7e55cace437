import { dossierContentHash } from '@shared/domain/dossier'
import {
  expertOpinionSchema,
  panelOpinionSchema,
  panelSchema,
  type Panel,
  type PanelOpinion,
  type RecusalDeclaration,
} from '@shared/domain/panel'
import { computeTally } from '@shared/domain/tally'
import { verificationCode } from '@shared/documents/verification-code'
import { contentHash } from '@shared/lib/sha256'
import type { Action } from '@shared/records/payloads'
import { makeBundle, makeIdentity, writeRecords } from '../integration/host/bundle-fixture'
import { readSampleDossier, readSampleJson } from './samples'

type Review = {
  readonly panel: Panel
  readonly declarations: readonly RecusalDeclaration[]
  readonly opinions: readonly object[]
  readonly panelOpinion: object
}

const review = readSampleJson('opinions.json') as Review

export type SealedSample = {
  /** What a division desk takes in: an archive bundle of another division, all signatures real, everything invented. */
  readonly bundle: Buffer
  readonly panel: Panel
  readonly dossierId: string
  readonly opinion: PanelOpinion
}

/**
 * The clean sample as far as a sealed panel opinion, as one bundle: where countersigning begins. `more` comes after it.
 */
export async function sealedSample(more: readonly Action[] = []): Promise<SealedSample> {
  const { id: dossierId, version, regulationVersionId, content, proceedings } = readSampleDossier('vanadium-clean')
  const panel = panelSchema.parse(review.panel)
  const about = { dossierId, dossierVersion: version, dossierHash: dossierContentHash(content) }
  const opinions = review.opinions.map((opinion) =>
    expertOpinionSchema.parse({ ...opinion, ...about, panelId: panel.id }),
  )
  const opinion = panelOpinionSchema.parse({
    ...review.panelOpinion,
    ...about,
    panelId: panel.id,
    version: 1,
    tally: computeTally(panel, dossierId, [], opinions),
  })
  const office = await makeIdentity('division', '示例前期承办处室')
  const actions: Action[] = [
    {
      type: 'dossier.saved',
      payload: {
        dossierId,
        version,
        contentHash: about.dossierHash,
        regulationVersionId,
        receivedOn: proceedings.receivedOn,
        content,
      },
    },
    { type: 'panel.saved', payload: panel },
    ...panel.members.map(({ expertId }): Action => ({
      type: 'assignment.issued',
      payload: {
        panelId: panel.id,
        expertId,
        dossierIds: [dossierId],
        issuedOn: panel.heldOn,
        dueOn: null,
        from: '示例前期承办处室',
      },
    })),
    { type: 'panel-opinion.sealed', payload: opinion },
    ...more,
  ]
  const experts = await Promise.all(
    opinions.map(async (sealed) => ({
      sealed,
      identity: await makeIdentity('expert', sealed.expertName),
      declared: review.declarations.find(({ expertId }) => expertId === sealed.expertId)!,
    })),
  )
  const records = [
    ...writeRecords(office, actions),
    ...experts.flatMap(({ sealed, identity, declared }) =>
      writeRecords(identity, [
        { type: 'recusal.declared', payload: { ...declared, panelId: panel.id, dossierId } },
        { type: 'opinion.sealed', payload: sealed },
      ]),
    ),
  ]
  const statements = [office.statement, ...experts.map(({ identity }) => identity.statement)]
  const bundle = await makeBundle({ kind: 'archive', from: office, records, statements })
  return { bundle, panel, dossierId, opinion }
}

/** The same with the opinion's paper in the register: its code, and the text of its QR code. */
export async function registeredArchive() {
  const hash = contentHash('示例文书')
  const code = verificationCode(hash)
  const { id: dossierId } = readSampleDossier('vanadium-clean')
  const files = [{ fileName: '意见.pdf', path: '/示例/意见.pdf', sha256: contentHash('示例文件'), size: 7 }]
  const exported: Action = {
    type: 'document.exported',
    payload: { documentKind: 'panel-opinion', dossierId, code, codeHash: hash, files },
  }
  const { bundle } = await sealedSample([exported])
  return { bundle, code, payload: `LIANSHEN:${code}:${hash.toUpperCase()}` }
}
