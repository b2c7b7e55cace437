import { formatChineseDate, type CalendarDate } from '@shared/domain/date'
import type { BlockOf, DocumentModel } from './blocks'
import { paragraph, plainDocument } from './plain-document'
import { refusals } from './vocabulary/refusals'

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

/**
 * Only for a bundle or its envelope that is not as it should be: what is wrong with this computer, or was typed here,
 * is no matter of the other side.
 */
export const canPrintSlip = (code: string): code is keyof typeof refusals => Object.hasOwn(refusals, code)

/**
 * 拒收说明: one page for the sender of a bundle that was refused: which file, why, and what to do. A work paper of this
 * software, no paper of the regulation; nothing in it says anything about the matter of the dossier. The file is named
 * once and somebody else's long words are cut in the middle, so that the page stays one.
 */
export function composeRefusalSlip(facts: RefusalSlipFacts): DocumentModel {
  const { fileName, code, by, on } = facts
  const said = canPrintSlip(code) ? refusals[code] : ([code, ''] as const)
  const [cause, remedy] = said.map((words) => filled(words, facts.params)) as [string, string]
  return plainDocument(facts, {
    kind: 'refusal-slip',
    about: code,
    title: ['联审包', '拒收说明'],
    blocks: [
      {
        kind: 'table',
        columns: [
          { header: '项目', width: 24 },
          { header: '说明', width: 132, align: 'left' },
        ],
        rows: [
          ['文件名', cut(fileName, 90)],
          ['核验', `${formatChineseDate(on)}${by === '' ? '' : `，${cut(by, 60)}`}`],
          ['拒收原因', cause],
          ['原因代码', code],
          ...(remedy === '' ? [] : [['请对方处理', remedy]]),
          ['重新导出', '请在联审中操作，直接保存到 U 盘或约定的位置；不要改名、解压、重新压缩或经其他软件转存。'],
          [
            '再次交出',
            '交出前，请在联审的“核验文件”中打开该文件，看到核验通过再交出；对来源有疑问的，请当面或通过电话逐组核对签名指纹。',
          ],
        ],
      },
      paragraph('有一处不符，整个联审包就不收，本工作台没有任何改动。本说明不涉及案卷内容的审核。'),
      ...(by === '' ? [] : [signingPlace]),
    ],
  })
}

const signingPlace: BlockOf<'paragraph'> = {
  kind: 'paragraph',
  align: 'right',
  content: [{ text: '核验人（签名）：' }, { blank: 8 }],
}

/** A text of at most so many characters, beginning and end kept: a file is known by both. */
function cut(text: string, most: number): string {
  const characters = Array.from(text)
  if (characters.length <= most) return text
  const kept = most - 1
  return [...characters.slice(0, Math.ceil(kept / 2)), '…', ...characters.slice(-Math.floor(kept / 2))].join('')
}

/** @throws TypeError if the reader did not say a value that the words name: no place is left unfilled on paper */
const filled = (words: string, params: RefusalSlipFacts['params']): string =>
  words.replace(/\{\{(\w+)\}\}/gu, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new TypeError(`the reader said no ${name}`)
    return typeof value === 'string' ? cut(value, 100) : String(value)
  })
