import type { ClauseKey, MaterialCode } from '../../../shared/domain/dossier'
import type { CriterionId, JudgementVerdict } from '../../../shared/domain/judgement'
import type { Vote } from '../../../shared/domain/panel'

/** Where on paper: a page, the page of a clause, or a named part of the agreement. */
export interface Pin {
  readonly code: MaterialCode
  readonly at: number | ClauseKey | 'signatures' | 'members' | 'tasks' | 'tasks-end'
  readonly quote?: string
}

export interface Item {
  readonly criterionId: CriterionId
  readonly verdict: JudgementVerdict
  /** `{key}` stands for the printed number of that clause. */
  readonly reason: string
  readonly pins: readonly Pin[]
}

export interface OpinionText {
  readonly items: readonly Item[]
  readonly overall: string
  readonly problems: string
  readonly suggestions: string
  readonly vote: Vote
  readonly dissent?: string
}

export const item = (
  criterionId: CriterionId,
  verdict: JudgementVerdict,
  reason: string,
  ...pins: readonly Pin[]
): Item => ({ criterionId, verdict, reason, pins })

export const agreement = (at: Pin['at'], quote = ''): Pin => ({ code: 'agreement', at, quote })
export const paper = (code: MaterialCode, at: number, quote = ''): Pin => ({ code, at, quote })
