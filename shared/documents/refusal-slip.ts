import { formatChineseDate, type CalendarDate } from '@shared/domain/date'
import { createTranslator, hasMessage } from '@shared/messages/translate'
import type { DocumentModel } from './blocks'
import { paragraph, plainDocument, sectionHeading, signedBy } from './plain-document'

/** A refused bundle as the reader said it. */
export type RefusalSlipFacts = {
  readonly createdAt: string
  readonly fileName: string
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  /** Who could not take it: unit and name; empty if no desk is open. */
  readonly by: string
  readonly on: CalendarDate
}

/** Only for a bundle or its envelope: what is wrong with this computer is no matter of the other side. */
export const canPrintSlip = (code: string): boolean =>
  /^(?:bundle|envelope)\./u.test(code) && !notTheSenders.has(code) && hasMessage(`error.${code}`)

const notTheSenders: ReadonlySet<string> = new Set([
  'bundle.no-stage',
  'bundle.nothing-to-import',
  'envelope.passphrase-needed',
  'envelope.wrong-passphrase',
  'envelope.needs-desk',
  'envelope.bad-recipient',
  'envelope.no-recipient-key',
  'envelope.weak-passphrase',
])

/**
 * 拒收说明: one page for the sender of a bundle that was refused: which file, why, and what to do. A work paper of this
 * software, no paper of the regulation; nothing in it says anything about the matter of the dossier.
 */
export function composeRefusalSlip(facts: RefusalSlipFacts): DocumentModel {
  const { fileName, code, params, by, on } = facts
  const key = `error.${code}`
  const sentence = hasMessage(key) ? createTranslator('zh-CN')(key, { ...params, fileName }) : code
  const [cause, remedy] = causeAndRemedy(sentence)
  return plainDocument(facts, {
    kind: 'refusal-slip',
    about: code,
    title: ['联审包', '拒收说明'],
    blocks: [
      sectionHeading(1, '文件'),
      paragraph(`文件名：${fileName}`),
      paragraph(`核验日期：${formatChineseDate(on)}${by === '' ? '' : `；核验人：${by}`}`),
      sectionHeading(2, '不能收下的原因'),
      paragraph(cause),
      paragraph(
        `原因代码：${code}。联审在收下任何内容之前核验整个联审包，有一处不符就全部不收，本工作台没有任何改动。`,
      ),
      sectionHeading(3, '请对方怎样处理'),
      ...(remedy === '' ? [] : [paragraph(remedy)]),
      paragraph('重新导出时，请在联审中操作，直接保存到U盘或约定的位置；不要改名、解压、重新压缩或经其他软件转存。'),
      paragraph(
        '交出前，请在联审的“核验文件”中打开该文件，看到核验通过再交出；对来源有疑问的，请当面或通过电话逐组核对签名指纹。',
      ),
      paragraph('本说明只涉及联审包本身，不涉及案卷内容的审核。'),
      ...(by === '' ? [] : signedBy('核验人', by, on)),
    ],
  })
}

/** A sentence of refusal says the cause first, then the remedy. */
function causeAndRemedy(sentence: string): [string, string] {
  const end = sentence.search(/。(?=请)/u)
  return end < 0 ? [sentence, ''] : [sentence.slice(0, end + 1), sentence.slice(end + 1)]
}
