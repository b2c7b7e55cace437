import { currentMembers, memberById, type DossierFile } from '@shared/domain/dossier'
import type { DivisionOpinion } from '@shared/domain/proceedings'
import type { Result } from '@shared/lib/result'
import type { Block, DocumentModel } from './blocks'
import { nameWords, sentence, verbatimParagraphs } from './chinese-text'
import { Gaps, type MissingValues } from './missing-values'
import { paragraph, plainDocument, sectionHeading, signedBy, type DocumentFrame } from './plain-document'
import { ruleName } from './vocabulary/rules'
import { verdictNames } from './vocabulary/values'

type DivisionOpinionFacts = DocumentFrame & {
  readonly file: DossierFile
  readonly contentHash: string
  readonly opinion: DivisionOpinion
  readonly regulationTitle: string
}

/**
 * 业务处室审核意见 (Art. 10, 11) or 组织形式审核意见 (Art. 10), by the kind of the opinion. Each item is printed as the division
 * judged it; nothing is filled in.
 */
export function composeDivisionOpinion(facts: DivisionOpinionFacts): Result<DocumentModel, MissingValues> {
  const { file, opinion } = facts
  const gaps = new Gaps()
  gaps.text(file.content.application.no, 'file.content.application.no', '试点申请编号')
  if (applicantOf(file) === undefined) gaps.add('file.content.application.applicantUnitId', '申请单位')
  if (opinion.items.length === 0) gaps.add('opinion.items', '逐项审核意见')
  if (opinion.kind === 'business') gaps.text(opinion.standing, 'opinion.standing', '行业地位评价')
  return gaps.resolve(() => compose(facts))
}

const conclusions = {
  business: {
    pass: '必要性和技术性审核通过，可以组织专家组综合审核。',
    reject: '必要性和技术性审核不通过。',
    supplement: '退回补充材料后再行审核。',
  },
  organisation: {
    pass: '组织形式审核通过。',
    reject: '组织形式审核不通过。',
    supplement: '退回补充材料后再行审核。',
  },
} as const

function compose(facts: DivisionOpinionFacts): DocumentModel {
  const { file, opinion } = facts
  const isBusiness = opinion.kind === 'business'
  const sections: { heading: string; blocks: Block[] }[] = [
    ...(isBusiness ? [{ heading: '行业地位评价', blocks: verbatimParagraphs(opinion.standing) }] : []),
    { heading: '逐项审核意见', blocks: opinion.items.map(itemBlock) },
    {
      heading: '审核结论',
      blocks: [
        paragraph(conclusions[opinion.kind][opinion.conclusion]),
        ...(opinion.comment.trim() === '' ? [] : verbatimParagraphs(opinion.comment)),
      ],
    },
  ]
  return plainDocument(facts, {
    kind: isBusiness ? 'business-opinion' : 'organisation-opinion',
    about: `${file.id}/${opinion.divisionId}`,
    title: [
      ...nameWords(file.content.alliance.name),
      '试点',
      ...(isBusiness ? ['审核意见'] : ['组织形式', '审核意见']),
    ],
    blocks: [
      paragraph(opening(facts)),
      ...sections.flatMap(({ heading, blocks }, index) => [sectionHeading(index + 1, heading), ...blocks]),
      ...signedBy(`审核人${opinion.signer}`, opinion.divisionName, opinion.signedOn),
    ],
  })
}

function opening({ file, contentHash, opinion, regulationTitle }: DivisionOpinionFacts): string {
  const { alliance, application } = file.content
  const scope =
    opinion.kind === 'business'
      ? '第十条、第十一条规定，对试点联盟的行业地位进行评价，并进行必要性和技术性审核'
      : '第十条规定，对试点联盟的组织形式进行审核'
  return (
    `${opinion.divisionName}依据《${regulationTitle}》${scope}。` +
    `申请联盟为${alliance.name}（成员单位${currentMembers(file.content).length}家），由${applicantOf(file)?.fullName ?? ''}提出申请` +
    `（编号${application.no}，材料版本${file.version}，校验码${contentHash.slice(0, 8)}）。审核意见如下：`
  )
}

const applicantOf = ({ content }: DossierFile) =>
  memberById(content, content.application.applicantUnitId ?? content.alliance.chairUnitId)

function itemBlock({ ruleId, verdict, reason }: DivisionOpinion['items'][number], index: number): Block {
  return {
    kind: 'heading',
    level: 2,
    number: index + 1,
    text: ruleName(ruleId),
    content: `${verdictNames[verdict]}。${sentence(reason)}`,
  }
}
