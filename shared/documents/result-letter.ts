/** 办理结果告知: the paper that an applicant gets where an application ends, or is held, without what it asked for. */
import { formatChineseDate, type CalendarDate } from '@shared/domain/date'
import { memberById, type DossierFile } from '@shared/domain/dossier'
import type { LastMove } from '@shared/domain/proceedings'
import type { Result } from '@shared/lib/result'
import { nameWords, sentence } from './chinese-text'
import { letterBlocks, type Letter, type LetterWording } from './letter'
import { Gaps, type MissingValues } from './missing-values'
import { plainDocument, seal, type DossierPaperFacts } from './plain-document'

type Told = {
  readonly asked: '备案' | '试点' | 'by-origin'
  readonly result: string
  /** The clause that carries it; without one it rests on a work rule, and the paper says so. */
  readonly clause: string | null
  readonly next: string
}

const again = '需要继续的，可以在条件具备后重新提出申请。'

/** What is told of each act that ends or holds an application. */
const told: Readonly<Record<string, Told>> = {
  'not-accept': { asked: 'by-origin', result: '决定不予受理', clause: null, next: again },
  'refuse-filing': { asked: '备案', result: '决定不予备案', clause: '第六条', next: again },
  'close-unsupplemented': {
    asked: 'by-origin',
    result: '因逾期未补正，决定终止办理',
    clause: null,
    next: again,
  },
  'return-application': { asked: '试点', result: '决定退回试点申请', clause: null, next: again },
  'reject-by-division': {
    asked: '试点',
    result: '经相关处室审核，未通过必要性、技术性或组织形式审核',
    clause: '第十条、第十一条',
    next: again,
  },
  'reject-by-panel': { asked: '试点', result: '经专家组综合审核，未通过', clause: '第十二条', next: again },
  'not-decide': { asked: '试点', result: '经指导小组会商，未确定为试点联盟', clause: '第十三条', next: again },
  defer: {
    asked: '试点',
    result: '经指导小组会商，暂缓确定',
    clause: null,
    next: '再次列入会商的时间另行告知，在此期间不必重新申请。',
  },
  'withdraw-filing': {
    asked: '备案',
    result: '按你单位的书面意见，终止办理；已经备案的，备案同时终止',
    clause: null,
    next: again,
  },
  'withdraw-application': {
    asked: '试点',
    result: '按你单位的书面意见，终止办理；备案不受影响',
    clause: null,
    next: again,
  },
}

/** The act whose result is still to be told, if the dossier's last move was one. */
export const resultToTell = ({ proceedings }: DossierFile): LastMove | null =>
  proceedings.lastMove !== null && Object.hasOwn(told, proceedings.lastMove.action) ? proceedings.lastMove : null

export const resultLetterWording: LetterWording = {
  kind: 'result-letter',
  required: ['联盟名称', '结果', '理由'],
  title: (say) => [...nameWords(say('联盟名称'), '关于'), `${say('申请')}申请办理结果的告知书`],
  body: (say) => [
    `你单位代表${say('联盟名称')}提交的${say('申请')}申请，${say('结果')}（${say('决定日期')}）。`,
    `理由：${say('理由')}`,
    ...say.each('撤回', (row) => [`你单位的书面撤回文件：${row('撤回文件')}。`]),
    ...say.each('期限', (row) => [`补正通知中写明的补正截止日为${row('补正截止日')}。`]),
    `依据：${say('依据')}。`,
    say('后续'),
  ],
}

type ResultLetterFacts = DossierPaperFacts & { readonly issuedOn: CalendarDate | null }

/**
 * The letter on the last result, its words open. Where the text is silent it names the work rule, never the measure.
 */
export function resultLetter(facts: ResultLetterFacts): Result<Letter, MissingValues> {
  const { file, settings, regulationTitle } = facts
  const { alliance } = file.content
  const gaps = new Gaps()
  const move = resultToTell(file)
  const chair = gaps.value(
    memberById(file.content, alliance.chairUnitId),
    'file.content.alliance.chairUnitId',
    '理事长单位',
  )
  if (move === null) gaps.add('file.proceedings.lastMove', '需要告知的办理结果')
  const reason = gaps.text(reasonOf(file, move), 'file.proceedings.lastMove.note', '理由')
  const issuedOn = gaps.value(facts.issuedOn, 'issuedOn', '文书日期')
  const said = told[move?.action ?? '']
  return gaps.resolve(() => ({
    wording: resultLetterWording,
    values: {
      联盟名称: alliance.name,
      申请: askedOf(file, move, said),
      结果: said?.result ?? '',
      决定日期: move === null ? '' : formatChineseDate(move.on),
      理由: sentence(reason),
      撤回: move?.paper === undefined ? [] : [{ 撤回文件: move.paper }],
      期限: until(move) === null ? [] : [{ 补正截止日: formatChineseDate(until(move) as CalendarDate) }],
      依据:
        said?.clause === null || said === undefined
          ? `受理和审核工作规则（《${regulationTitle}》对此没有规定）`
          : `《${regulationTitle}》${said.clause}`,
      后续: said?.next ?? '',
    },
    set: ({ title, body }) =>
      plainDocument(facts, {
        kind: 'result-letter',
        about: `${file.id}/${move?.action ?? ''}/${move?.on ?? ''}`,
        title,
        blocks: [
          { kind: 'addressee', text: chair?.fullName ?? '' },
          ...letterBlocks(body),
          ...(issuedOn === undefined ? [] : [seal(settings.departmentName, issuedOn)]),
        ],
      }),
  }))
}

const until = (move: LastMove | null): CalendarDate | null => move?.until ?? null

const askedOf = (file: DossierFile, move: LastMove | null, said: Told | undefined): string => {
  if (said?.asked !== 'by-origin') return said?.asked ?? ''
  const isApplication = move?.from === 'pilot-applied' || file.content.application.appliedOn !== null
  return isApplication ? '试点' : '备案'
}

/** What was written when it was decided; else what the panel or the consultation gave as its grounds. */
function reasonOf({ proceedings }: DossierFile, move: LastMove | null): string {
  if (move === null || move.note.trim() !== '') return move?.note.trim() ?? ''
  if (move.action === 'reject-by-panel') return proceedings.panelOpinion?.problems.trim() ?? ''
  return ['not-decide', 'defer'].includes(move.action) ? (proceedings.consultation?.note.trim() ?? '') : ''
}
