import { formatChineseDate } from '@shared/domain/date'
import { criterionIds, judgementVerdicts } from '@shared/domain/judgement'
import type { Expert } from '@shared/domain/panel'
import type { AnnexBlock, BlockOf, FlowBlock } from './blocks'
import { listNames, majorityNames, oneParagraph } from './chinese-text'
import { sealedOpinions, recusalsOf, type PanelOpinionFacts } from './panel-opinion-facts'
import type { VoteCount } from './vote-count'
import { criterionNames, recusalGroundNames, specialtyNames, verdictNames } from './vocabulary/values'

/** 附件1 专家签名表, 附件2 表决统计, 附件3 回避情况. */
export function panelOpinionAnnexes(facts: PanelOpinionFacts, count: VoteCount): AnnexBlock[] {
  return [
    { kind: 'annex', number: 1, title: '专家签名表', blocks: [signatureTable(facts)] },
    { kind: 'annex', number: 2, title: '表决统计', blocks: tallyBlocks(facts, count) },
    { kind: 'annex', number: 3, title: '回避情况', blocks: recusalBlocks(facts) },
  ]
}

/** Those present and not recused, the leader first; a place to sign stays blank for the pen. */
function signatureTable(facts: PanelOpinionFacts): BlockOf<'signatureTable'> {
  const { panel, opinion } = facts
  const recused = new Set(recusalsOf(facts).map((item) => item.expertId))
  const isLeader = (expert: Expert) => expert.id === opinion.leaderExpertId
  const signing = panel.members
    .filter((member) => member.present === true && !recused.has(member.expertId))
    .flatMap((member) => panel.experts.filter((expert) => expert.id === member.expertId))
    .toSorted((a, b) => Number(isLeader(b)) - Number(isLeader(a)))
  return {
    kind: 'signatureTable',
    headers: { index: '序号', name: '姓名', unit: '工作单位', role: '专业', signature: '签名' },
    rows: signing.map((expert) => {
      const refusal = opinion.refusals.find((item) => item.expertId === expert.id)
      return {
        field: `expert-${expert.id}`,
        name: expert.name,
        unit: expert.unitName,
        role: `${specialtyNames[expert.specialty]}${isLeader(expert) ? '（组长）' : ''}`,
        signature: { kind: 'place' },
        ...(refusal === undefined ? {} : { note: '不签名，理由见正文' }),
      }
    }),
  }
}

/** The votes, what they amount to under the work rules, and the individual judgements by criterion. */
export function tallyBlocks(
  facts: PanelOpinionFacts,
  { tally, reached, base }: VoteCount,
  captions = { votes: '一、表决结果', criteria: '二、个人评审意见汇总（人数）' },
): FlowBlock[] {
  const { majority, abstentionsCount } = facts.panel.rules
  const counted = sealedOpinions(facts)
  const items = [
    { label: '应到专家', count: tally.invited },
    { label: '到会专家', count: tally.present },
    { label: '回避', count: tally.recused },
    { label: '同意', count: tally.agree },
    { label: '不同意', count: tally.disagree },
    { label: '弃权', count: tally.abstain },
    ...(tally.missing > 0 ? [{ label: '未提交意见', count: tally.missing }] : []),
  ]
  const blocks: FlowBlock[] = [
    {
      kind: 'tally',
      caption: captions.votes,
      items,
      outcome: `计票基数${base}人，${reached ? '达到' : '未达到'}本次评审工作规则规定的${majorityNames[majority]}。`,
    },
    {
      kind: 'paragraph',
      content:
        `计票依据本次评审工作规则：回避专家不计入基数，弃权${abstentionsCount ? '计入' : '不计入'}基数，` +
        `同意人数达到基数的${majorityNames[majority]}以上（含本数）为通过。`,
    },
  ]
  if (counted.length > 0) {
    blocks.push({
      kind: 'table',
      caption: captions.criteria,
      columns: [
        { header: '审核内容', width: 7, align: 'left' },
        ...judgementVerdicts.map((verdict) => ({
          header: verdictNames[verdict],
          width: verdict === 'cannot-tell' ? 5 : 3,
          align: 'centre' as const,
        })),
      ],
      rows: criterionIds.map((id) => [
        criterionNames[id],
        ...judgementVerdicts.map((verdict) =>
          String(
            counted.filter((one) => one.items.some((item) => item.criterionId === id && item.verdict === verdict))
              .length,
          ),
        ),
      ]),
    })
  }
  return blocks
}

/** Who declared, who is recused, on what ground, decided by whom. Grounds are work rules. */
export function recusalBlocks(facts: PanelOpinionFacts): FlowBlock[] {
  const { file, panel } = facts
  const declared = new Set(
    file.proceedings.recusalDeclarations
      .filter((item) => item.panelId === panel.id && item.dossierId === file.id)
      .map((item) => item.expertId),
  )
  const declaredCount = panel.members.filter((member) => declared.has(member.expertId)).length
  const memberCount = panel.members.length
  const declarers =
    declaredCount === memberCount
      ? `专家组成员${memberCount}人均已`
      : `专家组成员${memberCount}人中有${declaredCount}人`
  const recused = recusalsOf(facts)
  const opening: FlowBlock = {
    kind: 'paragraph',
    content:
      `按本次评审工作规则，${declarers}在审阅案卷前就回避事由逐项申报；` +
      (recused.length === 0 ? '本案卷无专家回避。' : `经审定，以下${recused.length}人对本案卷回避，未参加审议和表决。`),
  }
  if (recused.length === 0) return [opening]
  return [
    opening,
    {
      kind: 'table',
      caption: '回避人员',
      columns: [
        { header: '姓名', width: 3, align: 'centre' },
        { header: '工作单位', width: 6 },
        { header: '回避事由', width: 9 },
        { header: '决定', width: 5 },
      ],
      rows: recused.map((decision) => {
        const expert = panel.experts.find((item) => item.id === decision.expertId)
        const grounds = decision.grounds.map((ground) => recusalGroundNames[ground])
        const reason = oneParagraph(decision.reason)
        return [
          expert?.name ?? '—',
          expert?.unitName ?? '—',
          listNames(grounds.length > 0 ? grounds : ['—']) + (reason === '' ? '' : `（${reason.replace(/。$/u, '')}）`),
          `${decision.by}，${formatChineseDate(decision.on)}`,
        ]
      }),
    },
  ]
}
