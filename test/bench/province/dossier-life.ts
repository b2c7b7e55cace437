import { addMonths, type CalendarDate } from '@shared/domain/date'
import { dossierContentHash } from '@shared/domain/dossier'
import { criterionIds } from '@shared/domain/judgement'
import { recusalGrounds } from '@shared/domain/panel'
import type { DossierStatus } from '@shared/domain/status'
import type { Action } from '@shared/records/payloads'
import type { StatusAction } from '@shared/workflow/status-actions'
import { Chance } from './chance'
import { contentOf } from './dossier-content'

/** Plain values are checked by their schema when they are sealed, so that ids need no brands here. */
export const say = (type: Action['type'], payload: unknown): Action => ({ type, payload }) as Action

const by = '示例经办人'

export const dossierIdOf = (index: number): string => new Chance('dossier', index).uuid()

/** Dossiers that one panel judges. */
export const cohortSize = 10

/** An expert of a panel: the roster's line. */
export const expertOf = (number: number) => ({
  id: new Chance('expert', number).uuid(),
  name: `示例专家${number + 1}`,
  unitName: `示例大学第${number + 1}学院`,
  specialty: (['technology', 'law', 'finance'] as const)[number % 3] ?? 'technology',
})
export type RosterExpert = ReturnType<typeof expertOf>

export const panelOf = (cohort: number, experts: readonly RosterExpert[], on: CalendarDate) => ({
  id: new Chance('panel', cohort).uuid(),
  title: `第${cohort + 1}次评审会（示例）`,
  heldOn: on,
  experts,
  members: experts.map(({ id }) => ({ expertId: id, present: true })),
  leaderExpertId: experts[0]?.id ?? null,
  dossierIds: Array.from({ length: cohortSize }, (_, at) => dossierIdOf(cohort * cohortSize + at)),
})
type Panel = ReturnType<typeof panelOf>

/** A dossier's life in appends of its division, stage by stage. */
export class DossierLife {
  readonly dossierId: string
  readonly #hashes = new Map<number, string>()

  /** @param begun the day on which the alliance was founded */
  constructor(
    private readonly index: number,
    private readonly begun: CalendarDate,
  ) {
    this.dossierId = dossierIdOf(index)
  }

  saved(version: number, on: CalendarDate): Action {
    return say('dossier.saved', {
      dossierId: this.dossierId,
      version,
      contentHash: this.hashOf(version),
      regulationVersionId: '2010',
      receivedOn: on,
      note: `第${version}版（示例）`,
      content: contentOf(this.index, version, this.begun),
    })
  }

  private moved(action: StatusAction, from: DossierStatus, to: DossierStatus, on: CalendarDate): Action {
    return say('status.set', { dossierId: this.dossierId, action, from, to, on, by, note: '（示例）' })
  }

  /** Files the alliance (Art. 6). */
  filed(on: CalendarDate): Action[][] {
    const { dossierId } = this
    const judged = ['R09-1', 'R09-4b', 'R10-1'].map((ruleId) =>
      say('rule.judged', { dossierId, ruleId, verdict: 'conforms', reason: this.words(ruleId, 60), by, on }),
    )
    return [
      [this.saved(1, on), this.moved('accept', 'draft', 'accepted', on)],
      judged,
      [this.saved(2, on)],
      [
        say('filing.decided', { dossierId, decision: 'filed', on, no: `川科备〔示例〕${this.index + 1}号` }),
        this.moved('file', 'accepted', 'filed', on),
      ],
    ]
  }

  /** Applies for a pilot, and the divisions look at it (Art. 8, 10). */
  applied(on: CalendarDate): Action[][] {
    const opinion = (kind: 'business' | 'organisation', divisionId: string) =>
      say('division-opinion.sealed', {
        dossierId: this.dossierId,
        dossierVersion: 3,
        dossierHash: this.hashOf(3),
        opinion: {
          kind,
          divisionId,
          divisionName: `示例${divisionId}处`,
          items: [{ ruleId: 'R10-1', verdict: 'conforms', reason: this.words(kind, 80) }],
          conclusion: 'pass',
          comment: this.words(divisionId, 150),
          signer: by,
          signedOn: on,
        },
      })
    return [
      [this.saved(3, on), this.moved('apply-pilot', 'filed', 'pilot-applied', on)],
      [this.moved('start-division-review', 'pilot-applied', 'division-review', on)],
      [opinion('business', 'high')],
      [opinion('organisation', 'policy'), this.moved('convene-panel', 'division-review', 'panel-review', on)],
    ]
  }

  /** What an expert says: declaration, salt and sealed opinion. */
  judged({ id: panelId }: Panel, { id: expertId, name }: RosterExpert, on: CalendarDate): Action[] {
    const about = { panelId, dossierId: this.dossierId, expertId }
    const chance = new Chance('opinion', this.index, expertId)
    return [
      say('recusal.declared', {
        ...about,
        answers: recusalGrounds.map((ground) => ({ ground, exists: false })),
        pledged: true,
        declaredOn: on,
      }),
      say('opinion.salted', { ...about, opinionVersion: 1, salt: chance.hex(64) }),
      say('opinion.sealed', {
        format: 'lianshen-opinion/1',
        ...about,
        expertName: name,
        dossierVersion: 3,
        dossierHash: this.hashOf(3),
        regulationVersionId: '2010',
        version: 1,
        items: criterionIds.map((criterionId) => ({
          criterionId,
          verdict: 'conforms',
          reason: chance.text(criterionId, 70),
        })),
        overall: chance.text('总体：', 200),
        problems: chance.text('问题：', 100),
        suggestions: chance.text('建议：', 100),
        vote: 'agree',
        signedOn: on,
      }),
    ]
  }

  /** What the panel says together (Art. 12). */
  concluded(panel: Panel, on: CalendarDate): Action[] {
    const opinion = say('panel-opinion.sealed', {
      panelId: panel.id,
      dossierId: this.dossierId,
      dossierVersion: 3,
      dossierHash: this.hashOf(3),
      version: 1,
      items: criterionIds.map((criterionId) => ({
        criterionId,
        verdict: 'conforms',
        reason: this.words(`panel${criterionId}`, 80),
      })),
      problems: this.words('problems', 120),
      suggestions: this.words('suggestions', 120),
      conclusion: 'pass',
      tally: { invited: 3, present: 3, recused: 0, agree: 3, disagree: 0, abstain: 0, missing: 0 },
      leaderExpertId: panel.leaderExpertId,
      signedOn: on,
    })
    return [opinion, this.moved('pass-panel', 'panel-review', 'awaiting-consultation', on)]
  }

  /** Settled and published (Art. 13, 14). */
  published(batchId: string, on: CalendarDate): Action[][] {
    const { dossierId } = this
    return [
      [
        say('consultation.recorded', {
          dossierId,
          consultation: {
            heldOn: on,
            minutesNo: `示例纪要${this.index}`,
            decision: 'decided',
            note: this.words('c', 60),
          },
        }),
        this.moved('decide', 'awaiting-consultation', 'decided', on),
      ],
      [this.moved('add-to-batch', 'decided', 'in-batch', on)],
      [
        say('pilot-term.set', { dossierId, term: { batchId, noticeNo: '示例号', from: on, to: addMonths(on, 36) } }),
        this.moved('publish', 'in-batch', 'piloting', on),
      ],
      [this.written('panel-opinion', on)],
    ]
  }

  /** A year of a pilot: its report, a change and the version that tells it, a paper (Art. 16, 18). */
  reported(year: 1 | 2 | 3, on: CalendarDate): Action[][] {
    const { dossierId } = this
    const report = say('annual-report.saved', {
      dossierId,
      report: { year: Number(on.slice(0, 4)), hasSummary: true, hasPlan: true, toBusinessOn: on, toPolicyOn: on },
    })
    if (year === 3) {
      const evaluation = { openedOn: on, decidedOn: on, result: 'qualified', noticeNo: '示例号' }
      return [
        [report],
        [say('evaluation.saved', { dossierId, cycle: 1, evaluation })],
        [this.written('evaluation', on)],
      ]
    }
    const change = {
      id: `c${year}`,
      kind: 'member-renamed',
      unitId: 'u1',
      description: this.words(`change${year}`, 80),
      completedOn: on,
      filedOn: on,
    }
    return [
      [report],
      [say('change.saved', { dossierId, change }), this.saved(3 + year, on)],
      [this.written('change', on)],
    ]
  }

  private written(documentKind: string, on: CalendarDate): Action {
    const chance = new Chance('paper', this.index, documentKind, on)
    return say('document.exported', {
      documentKind,
      dossierId: this.dossierId,
      files: ['pdf', 'docx'].map((ending) => ({
        fileName: `${documentKind}-${this.index + 1}.${ending}`,
        path: `/示例/交换/${documentKind}-${this.index + 1}.${ending}`,
        sha256: chance.hex(64),
        size: chance.between(20_000, 400_000),
      })),
    })
  }

  private hashOf(version: number): string {
    const known = this.#hashes.get(version) ?? dossierContentHash(contentOf(this.index, version, this.begun))
    this.#hashes.set(version, known)
    return known
  }

  private words(about: string, characters: number): string {
    return new Chance('words', this.index, about).text('', characters)
  }
}
