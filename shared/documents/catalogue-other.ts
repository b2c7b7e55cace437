/** Papers that are made neither of a dossier as it stands nor of a batch. */
import type { DossierId } from '@shared/domain/ids'
import type { PanelOpinion } from '@shared/domain/panel'
import { ok } from '@shared/lib/result'
import type { DocumentModel } from './blocks'
import { composeCountersigned, type CountersignedFacts } from './countersigned-opinion'
import { composeFilingForm, type FilingFormFacts } from './filing-form'
import { asComposed, joinedName, nothingAttached, type AttachedJson, type Paper } from './paper'
import type { DocumentFrame } from './plain-document'
import { composeRefusalSlip, type RefusalSlipFacts } from './refusal-slip'
import { paperNames } from './vocabulary/papers'

export type CountersignedPaperFacts = CountersignedFacts & {
  readonly dossierId: DossierId
  readonly allianceName: string
  readonly opinion: PanelOpinion
  /** Every answer with its signature, to be verified without this software. */
  readonly answers: AttachedJson
}

/** 会签完成件: what went round, with every hand in its cell. */
export const countersignedPaper: Paper<CountersignedPaperFacts> = {
  kind: 'panel-opinion-countersigned',
  basis: '12',
  scope: 'round',
  inputs: [],
  hasCode: true,
  about: ({ dossierId }) => ({ dossierId }),
  baseName: ({ allianceName }) => joinedName(paperNames['panel-opinion-countersigned'], allianceName),
  attachments: ({ opinion, answers }) => [{ name: 'panel-opinion.json', json: opinion }, answers],
  ...asComposed((facts: CountersignedPaperFacts) => ok(composeCountersigned(facts))),
}

/** 记录审计报告, as the host composed it: it alone walks the trail of records. */
export const auditReportPaper: Paper<DocumentFrame & { readonly report: DocumentModel }> = {
  kind: 'audit-report',
  basis: null,
  scope: 'records',
  inputs: [],
  hasCode: true,
  about: () => ({}),
  baseName: () => paperNames['audit-report'],
  attachments: nothingAttached,
  ...asComposed(({ report }: { readonly report: DocumentModel }) => ok(report)),
}

/** 拒收说明: goes back with what was refused, and has no line in a register. */
export const refusalSlipPaper: Paper<RefusalSlipFacts> = {
  kind: 'refusal-slip',
  basis: null,
  scope: 'refusal',
  inputs: [],
  hasCode: false,
  about: () => ({}),
  baseName: ({ fileName }) => joinedName(paperNames['refusal-slip'], fileName),
  attachments: nothingAttached,
  ...asComposed((facts: RefusalSlipFacts) => ok(composeRefusalSlip(facts))),
}

/** 备案申请表, blank or with what is known: to be filled in, stamped and handed in by an applicant (Art. 7). */
export const filingFormPaper: Paper<FilingFormFacts> = {
  kind: 'filing-form',
  basis: '7',
  scope: 'desk',
  inputs: [],
  hasCode: false,
  about: () => ({}),
  baseName: ({ content }) => joinedName(paperNames['filing-form'], content?.alliance.name ?? '空白'),
  attachments: nothingAttached,
  ...asComposed((facts: FilingFormFacts) => ok(composeFilingForm(facts))),
}
