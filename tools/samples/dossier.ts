import { createHash } from 'node:crypto'
import { dossierFileSchema, dossierFormat, type DossierFile } from '../../shared/domain/dossier'
import type { AgreementResult } from './papers/agreement'
import { mechanisms, planDivision } from './papers/letters'
import type { Paper } from './papers/paper'
import { taskId, unitOf, type AllianceSpec, type UnitSpec } from './spec'

const fen = (wan: number) => wan * 1_000_000

const materialId = (paper: Paper): string => `m-${paper.code}`

function memberOf(spec: AllianceSpec, unit: UnitSpec, code: string) {
  const { defect } = spec
  const former = defect.kind === 'former-representative' && defect.unitId === unit.id ? defect : null
  const since = former === null ? null : dayAfter(former.lastDay)
  return {
    unitId: unit.id,
    fullName: unit.name,
    creditCode: code,
    kind: unit.kind,
    // A branch is left for a person to confirm: only its name hints.
    independentLegalPerson: defect.kind === 'branch' && defect.unitId === unit.id ? null : true,
    parentUnit: unit.parent ?? null,
    leading: unit.leading === undefined ? null : { isLeading: true, basis: unit.leading },
    frontier: unit.frontier ?? '',
    city: unit.city,
    registeredCapitalFen: unit.capital === 0 ? null : fen(unit.capital),
    legalRepresentatives: [
      ...(former === null ? [] : [{ name: former.former, from: null, to: former.lastDay }]),
      { name: unit.rep, from: since, to: null },
    ],
    role: unit.role,
    joinedOn: spec.dates.signed,
    leftOn: null,
    contributionFen: fen(unit.contribution),
    contributionForm: '货币',
  }
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

function content(
  spec: AllianceSpec,
  papers: readonly Paper[],
  agreement: AgreementResult,
  codes: ReadonlyMap<string, string>,
) {
  const { dates } = spec
  const idOf = (code: Paper['code']) => {
    const paper = papers.find((p) => p.code === code)
    return paper === undefined ? null : materialId(paper)
  }
  const hasGovernment = spec.injections.some((i) => i.source === 'government')
  return {
    alliance: {
      name: spec.name,
      shortName: spec.shortName,
      establishedOn: dates.signed,
      industry: { catalogueId: spec.industry.catalogueId, itemCode: spec.industry.itemCode },
      technicalField: spec.field,
      chairUnitId: spec.chairId,
      leadUnitId: spec.chairId,
      secretariatUnitId: spec.secretariatId,
      chairPerson: spec.chairPerson,
      secretaryGeneral: spec.secretaryGeneral,
      recommendedBy: spec.recommendedBy,
      contact: spec.contact,
    },
    members: spec.units.map((unit) => memberOf(spec, unit, codes.get(unit.id) ?? '')),
    agreement: {
      signedOn: dates.signed,
      effectiveOn: dates.signed,
      expiresOn: dates.expires,
      clauses: agreement.clauses,
      liableBody: spec.defect.kind === 'no-liability' ? null : { kind: 'member', unitId: spec.chairId },
      signatures: agreement.signatures.map((signature) => ({
        unitId: signature.unitId,
        signer: signature.signer,
        capacity: signature.capacity,
        signedOn: dates.signed,
        sealName: unitOf(spec, signature.unitId).name,
        accessionPage: false,
        proxyMaterialId: signature.capacity === 'agent' ? idOf('proxy') : null,
        page: signature.page,
      })),
    },
    goals: { overall: spec.goals.overall, stages: spec.goals.stages.join('\n') },
    tasks: spec.tasks.map((task, index) => ({
      id: taskId(index),
      name: task.name,
      nature: task.nature,
      chainLink: task.link,
      leadUnitId: task.units[0],
      unitIds: task.units,
      startMonth: task.start,
      endMonth: task.end,
      indicators: task.indicators,
      annualPlan: task.annual,
      fundFen: fen(task.fund),
    })),
    funds: {
      injections: spec.injections.map((item) => ({
        source: item.source,
        amountFen: fen(item.wan),
        receivedOn: item.on,
        evidenceMaterialId: idOf('funds-proof'),
      })),
      operationStartedOn: dates.operation,
      rule: { name: `${spec.shortName}经费管理办法`, docNo: '', adoptedOn: dates.ruleAdopted },
      managingUnitId: spec.secretariatId,
      supervision: spec.supervision,
      governmentAccounting: hasGovernment ? spec.governmentAccounting : '',
    },
    plan: {
      overall: spec.goals.overall,
      stages: spec.goals.stages.join('\n'),
      keyTasks: spec.keyTasks.join('\n'),
      division: planDivision(spec).map((unit) => ({ unitId: unit.id, work: unit.work })),
      annual: spec.annual.join('\n'),
    },
    mechanisms: mechanisms(spec),
    filing: { submittedOn: dates.submitted, filedOn: dates.filed, filingNo: spec.filingNo },
    application: {
      no: spec.applicationNo,
      appliedOn: dates.applied,
      acceptedOn: dates.accepted,
      applicantUnitId: spec.chairId,
      hostDivisionId: 'business-1',
    },
    materials: papers.map((paper) => ({
      id: materialId(paper),
      code: paper.code,
      title: paper.title,
      fileName: paper.fileName,
      sha256: createHash('sha256').update(paper.bytes).digest('hex'),
      size: paper.bytes.length,
      pages: paper.pages,
      textLayer: paper.textLayer,
      signed: paper.signed,
      sealed: paper.sealed,
      allPages: true,
      signaturePage: paper.signaturePage,
      receivedOn: ['filing-form', 'agreement', 'necessity'].includes(paper.code) ? dates.submitted : dates.applied,
    })),
  }
}

/** The dossier of a sample, parsed by the very schema that reads it back. */
export function makeDossier(
  spec: AllianceSpec,
  papers: readonly Paper[],
  agreement: AgreementResult,
  codes: ReadonlyMap<string, string>,
): DossierFile {
  const { defect, dates } = spec
  return dossierFileSchema.parse({
    format: dossierFormat,
    id: spec.id,
    version: 1,
    content: content(spec, papers, agreement, codes),
    proceedings: {
      receivedOn: dates.submitted,
      filingDecision: { decision: 'filed', on: dates.filed, no: spec.filingNo, reason: '' },
      priorRevocations: defect.kind === 'barred' ? [defect.prior] : [],
    },
  })
}
