import { formatChineseDate } from '@shared/domain/date'
import { labelAmong } from '@shared/domain/expert-label'
import { commitmentCode } from '@shared/domain/opinion-commitment'
import type { ChangeAfterSealing, SealedPromise } from '@shared/domain/sealing-round'
import type { FlowBlock } from './blocks'
import type { PanelOpinionFacts } from './panel-opinion-facts'
import { paragraph } from './plain-document'

/**
 * 意见封存和开封: the hashes that were sent ahead, the opening, and what was changed after it; nothing where a panel did
 * not work so. A work rule: Art. 12 knows no such order.
 */
export function sealingBlocks({ panel, sealing }: Pick<PanelOpinionFacts, 'panel' | 'sealing'>): FlowBlock[] {
  if (sealing === undefined || sealing === null) return []
  const { openings, experts } = sealing
  const nameOf = (id: string): string => labelAmong(id, id, panel.experts)
  const changes = experts.flatMap(({ expertId, changes: own }) =>
    own.map((change) => changeSentence(nameOf(expertId), change)),
  )
  const opened = openings.map(({ on, by }) => `${formatChineseDate(on)}由${by.trim()}开封`)
  return [
    paragraph(
      '按本次评审工作规则，专家可以先送交封存意见的哈希值，会上同时开封。' +
        `${opened.length === 0 ? '尚未开封' : opened.join('，')}。`,
    ),
    {
      kind: 'table',
      columns: [
        { header: '姓名', width: 4, align: 'centre' },
        { header: '意见', width: 3, align: 'centre' },
        { header: '封存码', width: 8, align: 'centre' },
        { header: '哈希值日期', width: 5, align: 'centre' },
        { header: '核对', width: 8 },
      ],
      rows: experts.flatMap(({ expertId, promises }) =>
        promises.length === 0
          ? [[nameOf(expertId), '—', '—', '—', '没有先送哈希值']]
          : promises.map((promise) => [
              nameOf(expertId),
              `第${promise.version}版`,
              commitmentCode(promise.commitment),
              promise.committedOn,
              outcomeWords(promise),
            ]),
      ),
    },
    paragraph(changes.length === 0 ? '封存后没有修改意见。' : `封存后修改意见：${changes.join('；')}。`),
  ]
}

const outcomes: Readonly<Record<SealedPromise['outcome'], string>> = {
  kept: '与意见相符',
  awaited: '意见尚未送到',
  differs: '与意见不符',
}

const outcomeWords = ({ outcome, isLate }: SealedPromise): string =>
  `${outcomes[outcome]}${isLate ? '，开封后才送到' : ''}`

const changeSentence = (name: string, { from, to, parts, isAfterOpening }: ChangeAfterSealing): string =>
  `${name}的意见由第${from}版改为第${to}版，` +
  `${parts === 0 ? '内容未变' : `修改${parts}处`}${isAfterOpening ? '（开封后）' : '（开封前）'}`
