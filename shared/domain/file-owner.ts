import { foldName } from '../lib/names'
import type { CampaignKind } from './campaign'
import type { Candidate } from './cohort'
import type { ReportPart } from './handed-in'

/** Whose a file is by its name: one alliance, several that it may be of, or none that is known. */
export type FileOwner =
  | { readonly kind: 'found'; readonly owner: Candidate; readonly by: string }
  | { readonly kind: 'ambiguous'; readonly owners: readonly Candidate[] }
  | { readonly kind: 'unknown' }

const separators = /[\s_\-—–·.,，、（）()【】[\]《》“”"'+~/\\]+/gu
const folded = (text: string): string => foldName(text).replace(separators, '')

/** Shorter than this a name says nothing: it is in many words. */
const shortest = 3

type Mention = { readonly owner: Candidate; readonly by: string; readonly from: number; readonly to: number }

/**
 * The alliance whose name, short or former name stands in the name of a file. A name that stands within a longer one
 * does not count there: of 示例钛材联盟 and 示例钒钛材联盟 the second is meant by 示例钒钛材联盟. Two that stand side by side are asked
 * for.
 */
export function ownerOfFile(fileName: string, candidates: readonly Candidate[]): FileOwner {
  const text = folded(fileName.replace(/\.[^./\\]+$/u, ''))
  const mentions = candidates.flatMap((owner) => owner.names.flatMap((by) => mentionsOf(text, owner, by)))
  const isWithin = (one: Mention, other: Mention) =>
    other.from <= one.from && one.to <= other.to && other.to - other.from > one.to - one.from
  const whole = mentions.filter((one) => !mentions.some((other) => isWithin(one, other)))
  const owners = [...new Set(whole.map(({ owner }) => owner))]
  const [first] = whole
  if (first === undefined) return { kind: 'unknown' }
  return owners.length === 1 ? { kind: 'found', owner: first.owner, by: first.by } : { kind: 'ambiguous', owners }
}

/** Every place where a name stands. */
function mentionsOf(text: string, owner: Candidate, by: string): readonly Mention[] {
  const key = folded(by)
  if (key.length < shortest) return []
  const found: Mention[] = []
  for (let from = text.indexOf(key); from !== -1; from = text.indexOf(key, from + 1)) {
    found.push({ owner, by, from, to: from + key.length })
  }
  return found
}

/** Words of file names, the most telling first. */
const hints: readonly (readonly [ReportPart, RegExp])[] = [
  ['self-report', /自评|自查|自我评估|复审报告|self.?(report|evaluation)/u],
  ['statistics', /统计|指标|数据表|statistic|figures/u],
  ['plan', /计划|安排|打算|plan/u],
  ['summary', /总结|年报|年度报告|summary|annual.?report/u],
]

/**
 * Which part a file seems to be, by its name without the names of its alliance; null: a person says. One file may hold
 * summary and plan together (总结及计划): both are said then.
 */
export function partsOfFile(fileName: string, owner: Candidate | null, kind: CampaignKind): readonly ReportPart[] {
  const names = (owner?.names ?? []).map(folded).filter((name) => name !== '')
  const bare = names
    .toSorted((a, b) => b.length - a.length)
    .reduce((text, name) => text.replaceAll(name, ''), folded(fileName.replace(/\.[^./\\]+$/u, '')))
  const said = hints.filter(([, words]) => words.test(bare)).map(([part]) => part)
  if (said.includes('summary') && said.includes('plan')) return ['summary', 'plan']
  if (kind === 'annual-summary' && said.includes('self-report')) return ['other']
  return said.slice(0, 1)
}
