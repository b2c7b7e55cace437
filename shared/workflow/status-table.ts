import type { Stage } from '../domain/stage'
import { dossierStatuses, type DossierStatus } from '../domain/status'
import type { NextStep } from './next-step'
import type { Phase } from './phase'
import type { StatusLook } from './status-look'

/** What lists, pages and days ask of a status. */
type Traits = {
  /** Before the application for a pilot (Art. 5-7): nothing that Art. 8 asks for is missing yet. */
  readonly isInFiling: boolean
  /** May be put before a panel, or sits there already (Art. 12: after the divisions). */
  readonly meetsPanel: boolean
  /** May come into a batch, may get there soon, or went out with one (Art. 14). */
  readonly isNearBatch: boolean
  /** A pilot by its notice, be its term over or not (Art. 14-17); only a pilot has days to wait for. */
  readonly isPilot: boolean
  /** Filed (Art. 6), and no pilot: before, during and after an application. */
  readonly isFiledOnly: boolean
  /** What leads here can be gone on from, and gone back on: it decides nothing on an alliance. */
  readonly isOnTheWay: boolean
}

/** Everything that is to be known of a status beside the ways that lead there and on (`status-actions.ts`). */
type StatusRow = {
  readonly next: NextStep
  readonly look: StatusLook
  /** The furthest stage whose rules are asked of a dossier. */
  readonly stage: Stage
  /** What its page works on. */
  readonly phase: Phase
  readonly traits: Traits
}

const ended: StatusLook = { tone: 'red', shape: 'square' }
const atRest: StatusLook = { tone: 'grey', shape: 'outline' }
const underReview: StatusLook = { tone: 'blue', shape: 'half-circle' }
const waitsForPaper: StatusLook = { tone: 'amber', shape: 'triangle' }

const nobody: NextStep = { actor: 'nobody', action: null }

const none = {
  isInFiling: false,
  meetsPanel: false,
  isNearBatch: false,
  isPilot: false,
  isFiledOnly: false,
  isOnTheWay: false,
} as const
const filedOnly: Traits = { ...none, isFiledOnly: true }
const filing: Traits = { ...none, isInFiling: true }
const filingOnTheWay: Traits = { ...filing, isOnTheWay: true }
const onTheWay: Traits = { ...filedOnly, isOnTheWay: true }
const meetsPanel: Traits = { ...onTheWay, meetsPanel: true }
const nearBatch: Traits = { ...onTheWay, isNearBatch: true }
const pilot: Traits = { ...none, isNearBatch: true, isPilot: true }

/** One row per status; no column has a default, so a new status must answer each. */
const rows: Readonly<Record<DossierStatus, StatusRow>> = {
  draft: {
    next: { actor: 'policy', action: 'accept' },
    look: atRest,
    stage: 'filing',
    phase: 'intake',
    traits: filingOnTheWay,
  },
  accepted: {
    next: { actor: 'policy', action: 'file' },
    look: underReview,
    stage: 'filing',
    phase: 'intake',
    traits: filingOnTheWay,
  },
  supplement: {
    next: { actor: 'alliance', action: null },
    look: waitsForPaper,
    stage: 'application',
    phase: 'intake',
    traits: filingOnTheWay,
  },
  filed: {
    next: { actor: 'alliance', action: 'apply-pilot' },
    look: { tone: 'green', shape: 'ring' },
    stage: 'filing',
    phase: 'filed',
    traits: { ...filing, isFiledOnly: true },
  },
  'filing-refused': { next: nobody, look: ended, stage: 'filing', phase: 'closed', traits: filing },
  'not-accepted': { next: nobody, look: ended, stage: 'filing', phase: 'closed', traits: filing },
  withdrawn: { next: nobody, look: atRest, stage: 'filing', phase: 'closed', traits: filing },
  closed: { next: nobody, look: ended, stage: 'filing', phase: 'closed', traits: filing },
  'pilot-applied': {
    next: { actor: 'business', action: 'start-division-review' },
    look: underReview,
    stage: 'application',
    phase: 'review',
    traits: onTheWay,
  },
  'division-review': {
    next: { actor: 'business', action: 'convene-panel' },
    look: underReview,
    stage: 'division',
    phase: 'review',
    traits: meetsPanel,
  },
  'division-rejected': { next: nobody, look: ended, stage: 'division', phase: 'closed', traits: filedOnly },
  'panel-review': {
    next: { actor: 'panel', action: 'pass-panel' },
    look: underReview,
    stage: 'panel',
    phase: 'review',
    traits: meetsPanel,
  },
  'panel-rejected': { next: nobody, look: ended, stage: 'panel', phase: 'closed', traits: filedOnly },
  'review-again': {
    next: { actor: 'policy', action: 'confirm-rework' },
    look: waitsForPaper,
    stage: 'panel',
    phase: 'review',
    traits: meetsPanel,
  },
  'awaiting-consultation': {
    next: { actor: 'group', action: 'decide' },
    look: { tone: 'violet', shape: 'diamond' },
    stage: 'consultation',
    phase: 'decision',
    traits: nearBatch,
  },
  decided: {
    next: { actor: 'policy', action: 'add-to-batch' },
    look: { tone: 'violet', shape: 'dot' },
    stage: 'consultation',
    phase: 'decision',
    traits: nearBatch,
  },
  'not-decided': { next: nobody, look: ended, stage: 'consultation', phase: 'closed', traits: filedOnly },
  deferred: {
    next: { actor: 'group', action: 'resume-consultation' },
    look: { tone: 'violet', shape: 'ring' },
    stage: 'consultation',
    phase: 'decision',
    traits: nearBatch,
  },
  'in-batch': {
    next: { actor: 'group', action: 'publish' },
    look: { tone: 'violet', shape: 'half-circle' },
    stage: 'publication',
    phase: 'decision',
    traits: nearBatch,
  },
  piloting: {
    next: { actor: 'alliance', action: 'receive-annual-report' },
    look: { tone: 'green', shape: 'dot' },
    stage: 'pilot',
    phase: 'pilot',
    traits: pilot,
  },
  expired: {
    next: { actor: 'policy', action: 'evaluate' },
    look: { tone: 'amber', shape: 'ring' },
    stage: 'pilot',
    phase: 'pilot',
    traits: pilot,
  },
  revoked: { next: nobody, look: ended, stage: 'pilot', phase: 'ended', traits: none },
}

/** What comes next in a status. */
export const nextStep = (status: DossierStatus): NextStep => rows[status].next

/**
 * One shape and one tone for each status, everywhere; the word stands beside it (`status.<id>`), so colour is never
 * alone.
 */
export const lookOf = (status: DossierStatus): StatusLook => rows[status].look

export const stageOf = (status: DossierStatus): Stage => rows[status].stage

/** What the page of an alliance works on. */
export const phaseOf = (status: DossierStatus): Phase => rows[status].phase

/** What is true of a status. */
export const traitsOf = (status: DossierStatus): Traits => rows[status].traits

/** Every status of which a trait is true, in the order of the way. */
export const statusesThat = (trait: keyof Traits): readonly DossierStatus[] =>
  dossierStatuses.filter((status) => rows[status].traits[trait])
