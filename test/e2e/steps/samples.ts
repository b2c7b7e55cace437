import type { ExpertOpinion, PanelOpinion, RecusalDeclaration } from '@shared/domain/panel'
import type { Consultation, Notice } from '@shared/domain/pilot'
import type { DivisionOpinion } from '@shared/domain/proceedings'
import { readSampleJson } from '../../helpers/samples'

/** The words that people type in the path: those of the clean sample. */
export const sampleReview = readSampleJson('opinions.json') as {
  readonly declarations: readonly RecusalDeclaration[]
  readonly opinions: readonly ExpertOpinion[]
  readonly panelOpinion: PanelOpinion
  readonly consultation: Consultation
  readonly notice: Notice
}

/** The points that the screen asks of the policy division and the sample says nothing about. */
const organisationToo = [
  {
    ruleId: 'R09-1a',
    verdict: 'conforms',
    reason: '联盟由企业、大学、科研机构和其他组织机构共同组成，类别齐全。',
  },
  {
    ruleId: 'R09-3a',
    verdict: 'conforms',
    reason: '经费管理办法经理事会通过，政府资助经费单独核算。',
  },
] as const satisfies DivisionOpinion['items']

/** Art. 10: the opinions of both divisions. Who signed is for the panel to judge, not for a division. */
export const divisionOpinions = (readSampleJson('division-opinions.json') as readonly DivisionOpinion[]).map(
  (opinion) =>
    opinion.kind === 'business'
      ? opinion
      : { ...opinion, items: [...opinion.items.filter(({ ruleId }) => ruleId !== 'R12-1b'), ...organisationToo] },
)

/** What the four verdicts are called, in the order of their keys. */
export const verdictWords = {
  conforms: '符合',
  'mostly-conforms': '基本符合',
  'does-not-conform': '不符合',
  'cannot-tell': '材料不足以判断',
} as const

export const voteWords = { agree: '同意', disagree: '不同意', abstain: '弃权' } as const

export const cleanAlliance = '四川省示例钒钛新材料产业技术创新战略联盟'
