import type { Member, Task } from '../../shared/domain/dossier'
import type { PriorRevocation } from '../../shared/domain/pilot'
import type { styles } from './style'

/** One party as invented for a sample. Money in 万元. */
export interface UnitSpec {
  readonly id: string
  readonly name: string
  readonly kind: Member['kind']
  readonly role: Member['role']
  /** 法定代表人. */
  readonly rep: string
  readonly city: string
  readonly capital: number
  readonly contribution: number
  /** 龙头骨干依据; only for leading enterprises. */
  readonly leading?: string
  /** 技术前沿水平; for universities and institutes. */
  readonly frontier?: string
  readonly parent?: string
  readonly work: string
}

interface TaskSpec {
  readonly name: string
  readonly nature: Task['nature']
  readonly link: Task['chainLink']
  /** Lead first. */
  readonly units: readonly string[]
  readonly start: string
  readonly end: string
  readonly indicators: string
  readonly annual: string
  readonly fund: number
}

export interface InjectionSpec {
  readonly source: 'member' | 'government'
  readonly wan: number
  readonly on: string
  readonly payer: string
}

/** The one thing that is wrong with a sample; the clean one has none. */
export type Defect =
  | { readonly kind: 'none' }
  | { readonly kind: 'agent'; readonly unitId: string; readonly agent: string; readonly post: string }
  | {
      readonly kind: 'former-representative'
      readonly unitId: string
      readonly former: string
      readonly lastDay: string
    }
  | { readonly kind: 'no-task'; readonly unitId: string }
  | { readonly kind: 'short-operation' }
  | { readonly kind: 'no-liability' }
  | { readonly kind: 'no-funds-breach' }
  | { readonly kind: 'branch'; readonly unitId: string }
  | { readonly kind: 'image-only' }
  | { readonly kind: 'rare-names' }
  | { readonly kind: 'barred'; readonly prior: PriorRevocation }

export interface AllianceSpec {
  readonly slug: string
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly style: keyof typeof styles
  readonly defect: Defect
  readonly industry: { readonly catalogueId: string; readonly itemCode: string; readonly label: string }
  readonly field: string
  /** The noun the texts turn on: 钒钛新材料. */
  readonly product: string
  readonly chairId: string
  readonly secretariatId: string
  readonly chairPerson: string
  readonly secretaryGeneral: string
  readonly contact: { readonly name: string; readonly phone: string }
  readonly address: string
  readonly recommendedBy: string
  readonly filingNo: string
  readonly applicationNo: string
  readonly dates: {
    readonly signed: string
    readonly expires: string
    readonly ruleAdopted: string
    readonly operation: string
    readonly submitted: string
    readonly filed: string
    readonly applied: string
    readonly accepted: string
  }
  readonly injections: readonly InjectionSpec[]
  readonly units: readonly UnitSpec[]
  readonly tasks: readonly TaskSpec[]
  /** Paragraphs of the necessity paper: the trade, the gap, why together. */
  readonly background: readonly string[]
  readonly gaps: readonly string[]
  readonly together: readonly string[]
  readonly goals: { readonly overall: string; readonly stages: readonly string[] }
  readonly keyTasks: readonly string[]
  readonly annual: readonly string[]
  readonly supervision: string
  readonly governmentAccounting: string
}

export const unitOf = (spec: AllianceSpec, id: string): UnitSpec => {
  const unit = spec.units.find((u) => u.id === id)
  if (unit === undefined) throw new Error(`${spec.slug}: no unit ${id}`)
  return unit
}

export const taskId = (index: number): string => `t${String(index + 1).padStart(2, '0')}`

export const roleLabels: Record<Member['role'], string> = {
  chair: '理事长单位',
  'vice-chair': '副理事长单位',
  director: '理事单位',
  member: '成员单位',
  secretariat: '秘书长单位',
}

export const kindLabels: Record<Member['kind'], string> = {
  enterprise: '企业',
  university: '大学',
  institute: '科研机构',
  other: '其他组织机构',
}

export const linkLabels: Record<Task['chainLink'], string> = {
  research: '研发',
  'pilot-test': '中试',
  engineering: '工程化',
  industrialisation: '产业化',
  standard: '标准',
  platform: '平台',
  talent: '人才',
}

export const natureLabels: Record<Task['nature'], string> = {
  key: '关键技术',
  common: '共性技术',
  'key-and-common': '关键共性技术',
  other: '其他',
}
