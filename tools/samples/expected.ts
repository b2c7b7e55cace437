import type { Defect } from './spec'

interface Expectation {
  /** One line for the list of samples. */
  readonly defect: string
  /** Automatic rules that must say not-met. */
  readonly notMet: readonly string[]
  /** Prepared and judgement rules that must show a hint, something missing or something contrary. */
  readonly hinted: readonly string[]
}

/**
 * What every sample shows while it waits for the divisions: no opinion of theirs on file yet (R11-0 open), the day of
 * issue of the measure unknown (R29-1), both industry lists out of date (R02-1, R11-1a).
 */
export const expectedOfAll: Expectation = {
  defect: '',
  notMet: [],
  hinted: ['R02-1', 'R11-0', 'R11-1a'],
}

/** What a defect adds to that, written from the regulation and not from the rules' code. */
export const expectations: Readonly<Record<Defect['kind'], Expectation>> = {
  none: { defect: '齐全，36家成员，可作全流程演示', notMet: [], hinted: [] },
  agent: { defect: '一家成员由委托代理人签署协议', notMet: [], hinted: ['R12-1b'] },
  'former-representative': {
    defect: '一家成员签署前已变更法定代表人，仍由原法定代表人签署',
    notMet: [],
    hinted: ['R12-1b'],
  },
  'no-task': { defect: '一家成员没有任务分工', notMet: [], hinted: ['R09-5b', 'R12-2b'] },
  'short-operation': { defect: '受理时运行11个月29天，不足一年', notMet: ['R09-4b'], hinted: [] },
  'no-liability': {
    defect: '协议没有约定对外责任主体、授权和责任分担',
    notMet: ['R09-2a'],
    hinted: ['R09-2b', 'R09-2c'],
  },
  'no-funds-breach': { defect: '协议没有约定违反经费管理规定的违约责任', notMet: ['R09-3c'], hinted: [] },
  branch: { defect: '一家成员是分公司', notMet: [], hinted: ['R09-1b'] },
  'image-only': { defect: '协议书是没有文字层的扫描件', notMet: [], hinted: [] },
  'rare-names': { defect: '人名、单位名含堃、喆、䶮和扩展B区汉字', notMet: [], hinted: [] },
  barred: { defect: '撤销未满三年，换名重新申请', notMet: [], hinted: ['R19-6'] },
}
