import type { Page } from '@playwright/test'
import { composeText } from '../../e2e/fixtures/compose-text'
import { leavesOf } from '@shared/lib/leaves'
import { BlackBox } from '../desk/black-box'
import { randomOf } from '../disk/model-disk'
import type { Tally } from '../matrices/report'
import { unlock, waitForDesk } from './check'
import { openEditor, type Editor, type TypingWorld } from './typing-worlds'
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
  /** The first cut, where not all are wanted. */
  readonly from?: number
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

/** Typing goes on for as long as this, on average, after the host alone was killed and before its page is, in ms. */
const withoutHost = 1500

/**
 * Types without a pause in every editor of both desks, kills host and page at a random moment, opens the desk again,
 * and holds what it offers against what stood in the field a second before. `say` is told the figures of each cut.
 */
export async function typingMatrix(
  tally: Tally,
  worlds: readonly TypingWorld[],
  plan: Plan,
  say: (line: string) => void = () => undefined,
): Promise<void> {
  const random = randomOf(plan.seed)
  const cases = worlds.flatMap((world) => world.editors.map((editor) => ({ world, editor })))
  const from = plan.from ?? 0
  for (let index = from; index < from + plan.count; index += 1) {
    const { world, editor } = cases[index % cases.length]!
    // Nine cuts are every way of writing with every victim.
    const way = Object.keys(ways)[index % 3]!
    const victim = victims[(index + Math.floor(index / 3)) % 3]!
    const after = Math.round(1500 + random() * (plan.longest - 1500))
    const alone = Math.round(2 * random() * withoutHost)
    world.reset()
    const { typed, cutAt } = await cutOff(world, editor, way, victim, { after, alone })
    const shown = await reopened(world, editor)
    const inField = typed.findLast(({ at }) => at <= cutAt)?.text ?? ''
    const due = typed.findLast(({ at }) => at <= cutAt - mostLate)?.text ?? ''
    const saved = await savedOf(world.root, typed.at(-1)?.text ?? '')
    const lost = typed.find(({ text, at }) => at <= cutAt && text.length > saved.length)
    const late = lost === undefined ? 0 : Math.round(cutAt - lost.at)
    const where = `${editor.name}, ${way}, ${victim} killed after ${after} ms, seed ${plan.seed}/${index}`
    const figures = `${inField.length} letters typed, ${Math.max(0, inField.length - saved.length)} lost, of ${late} ms`
    const problems = [
      ...(typed.length < 3 ? ['nothing was typed'] : []),
      ...(saved.length < due.length ? [figures] : []),
      ...(commonOf(shown, saved) === saved ? [] : [`the form shows ${shown.length} of ${saved.length} letters`]),
    ]
    say(`    ${where}: ${figures}`)
    tally.add(where, { problems, codes: [] })
  }
}

/** Types until the victim is killed; a page that is left without a host is typed into for a while, and killed then. */
async function cutOff(
  world: TypingWorld,
  editor: Editor,
  way: string,
  victim: Victim,
  { after, alone }: { readonly after: number; readonly alone: number },
): Promise<{ readonly typed: readonly Typed[]; readonly cutAt: number }> {
  const window = await openWindow(world.root)
  const { page } = window
  await enterEditor(page, editor)
  const field = page.locator(editor.field).first()
  await field.click()
  await field.fill('')
  const typed: Typed[] = []
  const typing = typeOn(page, way, typed).catch(() => undefined)
  await pause(after)
  if (victim === 'host') {
    await window.kill('host')
    await pause(alone)
  }
  const cutAt = performance.now()
  await window.kill(victim === 'host' ? 'browser' : victim)
  await typing
  await window.close()
  return { typed, cutAt }
}

async function enterEditor(page: Page, editor: Editor): Promise<void> {
  await unlock(page)
  await waitForDesk(page)
  await openEditor(page, editor)
}

/** What stands in the form when a person comes back to it. */
async function reopened(world: TypingWorld, editor: Editor): Promise<string> {
  const window = await openWindow(world.root)
  await enterEditor(window.page, editor)
  const shown = await window.page.locator(editor.field).first().inputValue()
  await window.close()
  return shown
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
