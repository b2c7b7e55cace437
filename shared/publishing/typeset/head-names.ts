/** How the names in a red head are stacked. GB/T 9704-2012 7.2.4. For both writers. */
import { mm, typeArea } from '../page-geometry'
import { roomyCount } from '../wording'
import { nameLines } from './title-lines'

const suffix = '文件'
/** Room that the names may take, so that the first page still shows body text. */
const mostHeight = mm(72)
/** Line pitch of stacked names, in em. */
export const namePitch = 1.34
/** Between the names and 文件 beside them, in em. */
export const suffixGap = 0.5
/** One agency's name is no larger, and is broken into lines before it is smaller than a title. */
const largestSize = 42
const smallestSingle = 24
/** Stacked names are no smaller than the text. */
const smallestJoint = 16

/** 文件 is set larger beside a stack of names. */
export const suffixScale = (lineCount: number): number => (lineCount > 2 ? 1.4 : 1.15)

export interface HeadNames {
  kind: 'single' | 'joint'
  /** In points. */
  size: number
  /** From the top; of one agency the last line ends with 文件. */
  lines: string[]
}

export interface HeadText {
  /** Lead agency first. */
  agencies: readonly string[]
  suffix: boolean
}

/** What a writer gives: the room on a line in points, and the em of a text in the face of titles. */
export interface HeadRoom {
  single: number
  joint: number
  widthOf: (text: string) => number
}

/**
 * Lines and size of the names: each agency on a line where that is legible, else long names broken between words. The
 * lead agency stands alone when the names of all cannot be read in the room that there is (《党政机关公文处理工作条例》第九条（四）: a
 * joint document may bear the lead agency's name alone). Both writers break alike; each sets the size that its face
 * allows.
 */
export function headNames(head: HeadText, room: HeadRoom): HeadNames {
  const { kind, lines, size } = jointStack(head) ?? singleStack(head)
  const widest = Math.max(...lines.map(room.widthOf))
  if (kind === 'single') return { kind, lines, size: Math.min(size, room.single / widest) }
  const suffixEm = head.suffix ? suffixGap + room.widthOf(suffix) * suffixScale(lines.length) : 0
  return { kind, lines, size: Math.min(size, room.joint / (widest + suffixEm)) }
}

function singleStack({ agencies, suffix: hasSuffix }: HeadText): HeadNames {
  const text = (agencies[0] ?? '') + (hasSuffix ? suffix : '')
  const broken = stackOf([text], { largest: largestSize, smallest: smallestSingle, room: () => typeArea.width * 0.96 })
  const isWhole = (typeArea.width * 0.96) / roomyCount(text) >= smallestSingle
  return { kind: 'single', ...(isWhole || broken === undefined ? { lines: [text], size: largestSize } : broken) }
}

function jointStack({ agencies, suffix: hasSuffix }: HeadText): HeadNames | undefined {
  const count = agencies.length
  if (count < 2) return undefined
  const largest = count === 2 ? 36 : 30
  const suffixEm = (lineCount: number) => (hasSuffix ? suffixGap + roomyCount(suffix) * suffixScale(lineCount) : 0)
  const whole = Math.min(largest, heightSize(count))
  const widest = Math.max(...agencies.map(roomyCount)) + suffixEm(count)
  if (Math.min(whole, (typeArea.width * 0.98) / widest) >= smallestJoint) {
    return { kind: 'joint', lines: [...agencies], size: whole }
  }
  const room = (size: number) => typeArea.width * 0.98 - suffixEm(count + 1) * size
  const broken = stackOf(agencies, { largest, smallest: smallestJoint, room })
  return broken === undefined ? undefined : { kind: 'joint', ...broken }
}

/** The size at which so many lines fill the room. */
const heightSize = (lineCount: number): number => mostHeight / ((lineCount - 1) * namePitch + 1)

interface Sizes {
  largest: number
  smallest: number
  /** On a line, in points, at a size. */
  room: (size: number) => number
}

/**
 * Names broken at the largest size, in half points, at which their lines fit; undefined when that is too small to read.
 */
function stackOf(names: readonly string[], { largest, smallest, room }: Sizes): Omit<HeadNames, 'kind'> | undefined {
  for (let size = largest; size >= smallest; size -= 0.5) {
    const most = room(size) / size
    const lines = names.flatMap((name) => nameLines(name, { comfortable: most, most }, roomyCount))
    if (size <= heightSize(lines.length)) return { lines, size }
  }
  return undefined
}
