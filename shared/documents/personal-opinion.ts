import { formatChineseDate } from '@shared/domain/date'
import type { DossierFile } from '@shared/domain/dossier'
import type { OfficeSettings } from '@shared/domain/office'
import type { ExpertOpinion, Panel } from '@shared/domain/panel'
import type { Result } from '@shared/lib/result'
import { criterionOf } from '@shared/regulation/criteria'
import type { Block, BlockOf, DocumentModel } from './blocks'
import { clauseName, oneParagraph, verbatimParagraphs, withEvidence } from './chinese-text'
import { countedFacts } from './criterion-facts'
import { strokesOf } from './handwriting-block'
import { Gaps, type MissingValues } from './missing-values'
import { paragraph, plainDocument, sectionHeading, type DocumentFrame } from './plain-document'
import { criterionNames, specialtyNames, verdictNames, voteNames } from './vocabulary/values'

type PersonalOpinionFacts = DocumentFrame & {
  readonly file: DossierFile
  readonly panel: Panel
  readonly opinion: ExpertOpinion
  readonly settings: OfficeSettings
}

/**
 * 个人评审意见表: one expert's sealed opinion as it was given, beside what the program counted; signed by its own handwriting.
 */
export function composePersonalOpinion(facts: PersonalOpinionFacts): Result<DocumentModel, MissingValues> {
  const gaps = new Gaps()
  if (!facts.panel.experts.some((expert) => expert.id === facts.opinion.expertId)) {
    gaps.add('panel.experts', `${facts.opinion.expertName}的工作单位和专业`)
  }
  return gaps.resolve(() => compose(facts))
}

function compose(facts: PersonalOpinionFacts): DocumentModel {
  const { file, panel, opinion } = facts
  const { alliance, application } = file.content
  const sections: [string, string][] = [
    ['总体意见', opinion.overall],
    ['存在问题', opinion.problems],
    ['改进意见和建议', opinion.suggestions],
    ['要求载明的不同意见', opinion.dissent],
  ]
  const written = sections.filter(([, text]) => text.trim() !== '')
  return plainDocument(facts, {
    kind: 'personal-opinion',
    about: `${file.id}/${opinion.expertId}/${opinion.version}`,
    title: '专家个人评审意见表',
    blocks: [
      paragraph(
        `评审会：${panel.title}。申请联盟：${alliance.name}` +
          `（${application.no.trim() === '' ? '' : `编号${application.no}，`}材料版本${opinion.dossierVersion}，校验码${opinion.dossierHash.slice(0, 8)}）。`,
      ),
      itemTable(facts),
      ...written.flatMap(([heading, text], index): Block[] => [
        sectionHeading(index + 1, heading),
        ...verbatimParagraphs(text),
      ]),
      sectionHeading(written.length + 1, '表决'),
      paragraph(`${voteNames[opinion.vote]}。${declarationSentence(facts)}`),
      signatureOf(facts),
    ],
  })
}

/** What the expert declared on this dossier; nothing is said for an expert who declared nothing. */
function declarationSentence({ file, panel, opinion }: PersonalOpinionFacts): string {
  const declaration = file.proceedings.recusalDeclarations.findLast(
    (item) => item.panelId === panel.id && item.dossierId === file.id && item.expertId === opinion.expertId,
  )
  if (declaration === undefined) return ''
  const found = declaration.answers.filter((answer) => answer.exists).length
  const result = found === 0 ? '均无' : `其中${found}项有`
  return `审阅案卷前已就${declaration.answers.length}项回避事由逐项申报，${result}（${formatChineseDate(declaration.declaredOn)}）。`
}

const itemTable = ({ file, opinion, settings }: PersonalOpinionFacts): BlockOf<'table'> => ({
  kind: 'table',
  columns: [
    { header: '序号', width: 3, align: 'centre' },
    { header: '审核内容', width: 5.7 },
    { header: '系统核对事实', width: 11 },
    { header: '判断', width: 3.5, align: 'centre' },
    { header: '理由', width: 12.8 },
  ],
  rows: opinion.items.map((item, index) => [
    String(index + 1),
    `${criterionNames[item.criterionId]}（${clauseName(criterionOf(item.criterionId).clause)}）`,
    countedFacts(item.criterionId, { file, settings }),
    verdictNames[item.verdict],
    withEvidence(oneParagraph(item.reason), item.evidence),
  ]),
})

function signatureOf({ panel, opinion }: PersonalOpinionFacts): BlockOf<'signatureTable'> {
  const expert = panel.experts.find((one) => one.id === opinion.expertId)
  return {
    kind: 'signatureTable',
    headers: { index: '序号', name: '姓名', unit: '工作单位', role: '专业', signature: '签名' },
    rows: [
      {
        field: `expert-${opinion.expertId}`,
        name: opinion.expertName,
        unit: expert?.unitName ?? '',
        role: expert === undefined ? '' : specialtyNames[expert.specialty],
        signature: opinion.handwriting === null ? { kind: 'place' } : strokesOf(opinion.handwriting),
        note: formatChineseDate(opinion.signedOn),
      },
    ],
  }
}
