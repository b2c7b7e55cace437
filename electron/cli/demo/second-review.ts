import { dossierContentHash, type DossierFile } from '@shared/domain/dossier'
import type { SampleReview } from './sample-review'

/** What the invented people say of the second alliance: shorter than on the first, and all in its favour. */
const words = {
  division: '材料齐备，内容与成员单位的业务相符（示例）。',
  standing: '联盟成员覆盖省内重组蛋白药物的研发、生产和临床研究环节（示例）。',
  criterion: '材料载明的内容与要求相符，证据充分（示例）。',
  overall: '组建方案可行，同意开展试点（示例）。',
  problems: '成员单位中临床研究力量偏少（示例）。',
  suggestions: '建议吸纳一家以上临床机构参加（示例）。',
  consultation: '同意列入试点名单（示例）。',
}

/** Both dossiers before one panel. */
export function withBothDossiers(review: SampleReview, files: readonly DossierFile[]): SampleReview {
  return { ...review, panel: { ...review.panel, dossierIds: files.map((file) => file.id) } }
}

/** The same people on a second dossier: nobody has a ground for recusal, everybody agrees. */
export function secondReview(review: SampleReview, file: DossierFile): SampleReview {
  const judged = { dossierId: file.id, dossierVersion: file.version, dossierHash: dossierContentHash(file.content) }
  return {
    ...review,
    declarations: review.declarations.map((declaration) => ({
      ...declaration,
      dossierId: file.id,
      answers: declaration.answers.map(({ ground }) => ({ ground, exists: false, note: '' })),
    })),
    divisionOpinions: review.divisionOpinions.map((opinion) => ({
      ...opinion,
      items: opinion.items.map(({ ruleId }) => ({ ruleId, verdict: 'conforms' as const, reason: words.division })),
      standing: opinion.kind === 'business' ? words.standing : '',
      comment: '',
    })),
    opinions: review.opinions.map((opinion) => ({
      ...opinion,
      ...judged,
      items: favourable(opinion.items),
      overall: words.overall,
      problems: '',
      suggestions: '',
      vote: 'agree' as const,
      dissent: '',
    })),
    panelOpinion: {
      ...review.panelOpinion,
      items: favourable(review.panelOpinion.items),
      problems: words.problems,
      suggestions: words.suggestions,
      conclusion: 'pass',
      dissents: [],
      refusals: [],
    },
    consultation: { ...review.consultation, note: words.consultation },
  }
}

const favourable = (items: SampleReview['panelOpinion']['items']) =>
  items.map(({ criterionId }) => ({
    criterionId,
    verdict: 'conforms' as const,
    reason: words.criterion,
    evidence: [],
  }))
