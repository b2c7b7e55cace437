import type { Page } from '@playwright/test'
import { composeText } from '../../e2e/fixtures/compose-text'
import { leavesOf } from '@shared/lib/leaves'
import { BlackBox } from '../desk/black-box'
import { randomOf } from '../disk/model-disk'
import type { Tally } from '../matrices/report'
import { unlock, waitForDesk } from './check'
import type { TypingWorld } from './typing-worlds'
import { openWindow, type Victim } from './window'

/** Five keys a second. */
const betweenKeys = 200
/** Typing may be as late on the disk as this, in ms. */
const mostLate = 1000

/** The text so far, and when its last part was in the field. */
type Typed = { readonly text: string; readonly at: number }

type Plan = {
  readonly count: number
  readonly seed: number
  /** Longest time of typing before the kill, in ms. */
  readonly longest: number
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)))
const victims: readonly Victim[] = ['both', 'host', 'browser']
const words = Array.from('本联盟协议经全体成员签署投入到位运行满一年共性技术突破目标明确分工清楚利益共享风险共担')

/** What one puts into a field in one go; each as a person's way of writing does it. */
const ways: Readonly<Record<string, (page: Page, part: string) => Promise<void>>> = {
  keys: (page, part) => page.keyboard.press(part),
  composing: (page, part) => composeText(page, 'pin', part, ' '),
  // Clipboard and dictation: input without keys.
  'without keys': (page, part) => page.keyboard.insertText(part),
}

const partsOf: Readonly<Record<string, (index: number) => string>> = {
  keys: (index) => String.fromCharCode(97 + ((index * 7 + Math.floor(index / 26)) % 26)),
  composing: (index) => words[index % words.length]! + words[(index * 3) % words.length]!,
  'without keys': (index) => words.slice(index % 20, (index % 20) + 5).join(''),
}

/**
 * Types without a pause in every editor of both desks, kills host and page at a random moment, and holds what is on the disk
 * against what stood in the field a second before.
 */
export async function typingMatrix(tally: Tally, worlds: readonly TypingWorld[], plan: Plan): Promise<void> {
  const random = randomOf(plan.seed)
  const cases = worlds.flatMap((world) => world.editors.map((editor) => ({ world, editor })))
  for (let index = 0; index < plan.count; index += 1) {
    const { world, editor } = cases[index % cases.length]!
    const way = Object.keys(ways)[(index + Math.floor(index / cases.length)) % 3]!
    const victim = victims[Math.floor(index / 2) % victims.length]!
    const after = Math.round(1500 + random() * (plan.longest - 1500))
    world.reset()
    const window = await openWindow(world.root)
    const { page } = window
    await unlock(page)
    await waitForDesk(page)
    await editor.open(page)
    const field = page.locator(editor.field).first()
    await field.click()
    await field.fill('')
    const typed: Typed[] = []
    const typing = typeOn(page, way, typed).catch(() => undefined)
    await pause(after)
    const killedAt = performance.now()
    await window.kill(victim)
    await typing
    await window.close()
    const due = typed.findLast(({ at }) => at <= killedAt - mostLate)?.text ?? ''
    const saved = await savedOf(world.root, typed.at(-1)?.text ?? '')
    const late = typed.find(({ text }) => text.length > saved.length && due.startsWith(text))
    const where = `${editor.name}, ${way}, ${victim} killed after ${after} ms, seed ${plan.seed}/${index}`
    const problems = [
      ...(typed.length < 3 ? ['nothing was typed'] : []),
      ...(late === undefined
        ? []
        : [`${due.length - saved.length} of ${due.length} letters late by ${Math.round(killedAt - late.at)} ms`]),
    ]
    tally.add(where, { problems, codes: [] })
  }
}

async function typeOn(page: Page, way: string, typed: Typed[]): Promise<void> {
  const began = performance.now()
  for (let index = 0; ; index += 1) {
    const part = partsOf[way]!(index)
    await ways[way]!(page, part)
    typed.push({ text: (typed.at(-1)?.text ?? '') + part, at: performance.now() })
    await pause(began + (index + 1) * betweenKeys - performance.now())
  }
}

/** How much of a text lies in the drafts on the disk. */
async function savedOf(root: string, text: string): Promise<string> {
  const desk = await BlackBox.start(root)
  try {
    await desk.unlock()
    const drafts = await desk.call('draft:list', undefined)
    const leaves = drafts.flatMap(({ value }) => leavesOf({ value }).map((leaf) => leaf.value))
    const common = leaves.map((leaf) => (typeof leaf === 'string' ? commonOf(leaf, text) : ''))
    return common.reduce((longest, found) => (found.length > longest.length ? found : longest), '')
  } finally {
    await desk.close()
  }
}

function commonOf(a: string, b: string): string {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1
  return b.slice(0, length)
}
