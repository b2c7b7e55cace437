import { formatChineseDate, type CalendarDate } from '@shared/domain/date'
import type { DossierFile } from '@shared/domain/dossier'
import type { OfficeSettings } from '@shared/domain/office'
import type { Batch } from '@shared/domain/pilot'
import { chineseNumeral } from '@shared/lib/chinese-numeral'
import type { Result } from '@shared/lib/result'
import { inBatchOrder, listAnnex, noteBatchGaps, settledNames, subjectName } from './alliance-list'
import type { DocumentModel } from './blocks'
import { sentence } from './chinese-text'
import { composeLetter, letterBlocks, type Letter, type LetterWording } from './letter'
import { Gaps, type MissingValues } from './missing-values'
import { plainDocument, seal, type DocumentFrame } from './plain-document'

/** What people say of a 公示; nothing of it is in the regulation. */
export type PublicDisplayFacts = DocumentFrame & {
  readonly batch: Batch
  readonly dossiers: readonly DossierFile[]
  readonly settings: OfficeSettings
  readonly regulationTitle: string
  /** First and last day; people fix them, for the regulation knows no 公示. */
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
  /** Where objections go: office, address, telephone. */
  readonly contact: string
  /** The second contact, which watches over the first. */
  readonly supervisor?: string
  /** How the days were counted: 5个工作日. */
  readonly days?: string
  readonly issuedOn: CalendarDate | null
}

export const publicDisplayWording: LetterWording = {
  kind: 'public-display',
  required: ['联盟', '公示开始日', '公示截止日', '受理'],
  title: (say) => ['关于', '四川省', '产业技术创新战略联盟', '拟确定', '试点名单', `（第${say('批次')}批）`, '的公示'],
  body: (say) => [
    `根据《${say('办法名称')}》第十三条规定，经处室审核、专家组综合审核和四川省推进产学研创新联盟构建工作协调指导小组会商，` +
      `拟确定${say('联盟')}为${subjectName}试点。按工作规则，现予公示（名单见附件），` +
      `公示期自${say('公示开始日')}起至${say('公示截止日')}止${say.part('天数', (row) => `（${row('内容')}）`)}。`,
    '对公示名单有异议的，请在公示期内书面提出，写明理由并提供证明材料。以单位名义提出的，加盖单位公章并写明联系人、联系方式；' +
      '以个人名义提出的，签署真实姓名并写明联系方式。匿名和逾期提出的异议，按工作规则不予受理。',
    `受理：${say('受理')}`,
    ...say.each('监督', (row) => [`监督：${row('内容')}`]),
  ],
}

/**
 * 公示 of what was settled, before the notice of Art. 14: a work rule of offices that have one, off unless a person asks
 * for it. The list is the notice's, without a term.
 */
export const composePublicDisplay = (facts: PublicDisplayFacts): Result<DocumentModel, MissingValues> =>
  composeLetter(publicDisplayLetter(facts))

/** The same with its words still open. */
export function publicDisplayLetter(facts: PublicDisplayFacts): Result<Letter, MissingValues> {
  const { batch, settings, from, to, supervisor = '', days = '' } = facts
  const gaps = new Gaps()
  const begins = gaps.value(from, 'from', '公示开始日期')
  const ends = gaps.value(to, 'to', '公示截止日期')
  if (begins !== undefined && ends !== undefined && ends < begins) gaps.add('to', '公示截止日期（不得早于开始日期）')
  const contact = gaps.text(facts.contact, 'contact', '受理异议的部门和联系方式')
  const issuedOn = gaps.value(facts.issuedOn, 'issuedOn', '成文日期')
  noteBatchGaps(facts, gaps)
  return gaps.resolve(() => {
    const dossiers = inBatchOrder(batch, facts.dossiers)
    const lot = chineseNumeral(batch.seq)
    const [first = '', last = ''] = [begins, ends].map((day) => (day === undefined ? '' : formatChineseDate(day)))
    const listTitle = `${subjectName}拟确定试点名单（第${lot}批）`
    return {
      wording: publicDisplayWording,
      values: {
        办法名称: facts.regulationTitle,
        批次: lot,
        联盟: settledNames(dossiers),
        公示开始日: first,
        公示截止日: last,
        受理: sentence(contact),
        监督: supervisor.trim() === '' ? [] : [{ 内容: sentence(supervisor) }],
        天数: days === '' ? [] : [{ 内容: days }],
      },
      set: ({ title, body }) =>
        plainDocument(facts, {
          kind: 'public-display',
          about: batch.id,
          title,
          blocks: [
            ...letterBlocks(body),
            { kind: 'attachmentNote', items: [listTitle] },
            ...(issuedOn === undefined ? [] : [seal(settings.departmentName, issuedOn)]),
            listAnnex(dossiers, settings, { title: listTitle }),
          ],
        }),
    }
  })
}
