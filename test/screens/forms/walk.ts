import { act, fireEvent } from '@testing-library/react'
import { typedDay } from '@renderer/ui/typed-day'

type Kind = 'text' | 'day' | 'number' | 'secret'
type Control = HTMLInputElement | HTMLTextAreaElement

const long = '长'.repeat(2000)

/** Wrong input of each type, as hands and clipboards make it. */
const wrongInputs: Readonly<Record<Kind, readonly string[]>> = {
  text: ['   ', 'NaN undefined {{name}} null', '\u2028\uf0b7\u0007☑', '👨‍👩‍👧 ﹝２０２６﹞９９号', 'half \ud83d', long],
  day: ['2026年', '0202-03-01', '2025-02-29', '２０２６年１３月４５日', '2062-01-01', '1986-01-01', '\u2028☑', long],
  number: ['九百万', '-5', '1e999', 'NaN', '１２．５．６', '99999999999999999999999', '\u2028☑', long],
  secret: ['   ', '短', '\u2028\u0007', long],
}

/** What is no sentence of ours: unfilled places, JSON, sentences of libraries, keys of messages, words of the door. */
const notOurs: readonly RegExp[] = [
  /\{\{|\}\}|\$\{/u,
  /\bundefined\b|\[object |\bNaN\b|\bInfinity\b/u,
  /invalid_type|invalid_value|invalid_format|too_small|too_big|unrecognized_keys|ZodError|Invalid (?:input|ISO|option|string)/u,
  /expected (?:string|number|boolean|array|object)|Too (?:big|small):/iu,
  /"(?:code|path|message|origin|format)"\s*:/u,
  /SyntaxError|TypeError|RangeError|Cannot read|is not a function|DataError|ConstraintError|canonical JSON|surrogate/u,
  /bad-input|not-writer|journal:append|ipc/u,
  /\b(?:gap|error|act|intake|shape|evidence|field|ending|endings|common|block|record|status|action|day)\.[a-z][A-Za-z.-]+/u,
]

const kindOf = (control: Control): Kind => {
  if (control.type === 'password') return 'secret'
  if (control.closest('.day-input') !== null) return 'day'
  const isNumber = control.closest('.number-field, .money-input') !== null || control.inputMode === 'decimal'
  return isNumber ? 'number' : 'text'
}

const controlsIn = (root: ParentNode): readonly Control[] =>
  [...root.querySelectorAll<Control>('input, textarea')].filter(
    (control) =>
      !control.disabled &&
      !control.readOnly &&
      !['checkbox', 'radio', 'file', 'date', 'hidden', 'range', 'color'].includes(control.type) &&
      control.getAttribute('role') !== 'combobox' &&
      control.tabIndex !== -1 &&
      control.closest('[hidden], [aria-hidden="true"]') === null &&
      isAmongFirst(control),
  )

/** Of rows that are all alike the first two are walked. */
const isAmongFirst = (control: Control): boolean => {
  const row = control.closest('li, tr:not(.ant-table-expanded-row), .stack > .row')
  return row === null || [...(row.parentElement?.children ?? [])].indexOf(row) < 3
}

/** Names of the components around an element, the innermost first. */
function componentsAround(element: Element): readonly string[] {
  type Fiber = { readonly type: unknown; readonly return: Fiber | null }
  const key = Object.keys(element).find((name) => name.startsWith('__reactFiber$'))
  const names: string[] = []
  let fiber = key === undefined ? null : ((element as unknown as Record<string, Fiber>)[key] ?? null)
  for (; fiber !== null; fiber = fiber.return) {
    const type = fiber.type as { readonly name?: string; readonly type?: { readonly name?: string } } | null
    const name = typeof type === 'function' ? (type as { name: string }).name : type?.type?.name
    if (name !== undefined && name !== '') names.push(name)
  }
  return names
}

const tick = (ms: number): Promise<void> =>
  act(async () => {
    await new Promise((resolve) => setTimeout(resolve, ms))
  })

/** Until nothing on the page is at work: what was asked of the host and the database is answered and drawn. */
export async function settle(ms = 12): Promise<void> {
  await tick(ms)
  for (let turns = 0; turns < 100 && document.querySelector('.ant-btn-loading, .ant-spin-spinning') !== null; turns++) {
    await tick(20)
  }
}

/** The sentences on the screen that are none of ours; what a person typed is that person's, wherever it stands. */
function notOursOn(page: Document, typed: ReadonlySet<string>): readonly string[] {
  const words = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT)
  const found: string[] = []
  for (let node = words.nextNode(); node !== null; node = words.nextNode()) {
    const parent = node.parentElement
    if (parent === null || parent.closest('script, style, textarea, pre') !== null) continue
    let text = node.textContent ?? ''
    for (const one of typed) text = text.replaceAll(one.trim(), '')
    if (notOurs.some((pattern) => pattern.test(text))) found.push(text.slice(0, 200))
  }
  return [...new Set(found)]
}

type Given = { readonly control: Control; readonly kind: Kind; readonly input: string; readonly label: string }

/** What a walk went through, and everything that it found wrong. */
export class Walk {
  /** Components that a walked control stands in. */
  readonly components = new Set<string>()
  readonly wrong: string[] = []
  controls = 0
  /** Records that the desk took while walking. */
  private taken = 0

  /** Counts the records that a desk takes from now on. */
  watch(): void {
    const { bridge } = window as unknown as {
      bridge: { invoke: (channel: string, input: unknown) => Promise<unknown> }
    }
    const { invoke } = bridge
    bridge.invoke = (channel, input) => {
      if (channel === 'journal:append') this.taken += 1
      return invoke(channel, input)
    }
  }

  /**
   * Types wrong input of its type into every control of the form, leaves it, and presses what acts, each time asking:
   * are
   * all words ours; does the error stand at its field, in a whole sentence; has the keyboard gone there; was nothing
   * recorded; does what was typed still stand.
   */
  async through(
    name: string,
    { press = 'button.ant-btn-primary, button.ant-btn-dangerous', root = body, rounds = 4 }: Partial<Options> = {},
  ) {
    for (let turns = 0; turns < 200 && controlsIn(root()).length === 0; turns += 1) await tick(20)
    if (controlsIn(root()).length === 0) this.wrong.push(`${name}: nothing to type into`)
    for (let round = 0; round < rounds; round += 1) {
      const given = this.type(root(), round, rounds)
      if (round === 0) this.controls += given.length
      await settle()
      this.check(name, given)
      for (const { control, input, label } of given) {
        if (control.isConnected && control.value === '' && input.trim() !== '' && !isForPasting(control)) {
          this.wrong.push(`${name} “${label}”: ${input.slice(0, 20)} went away`)
        }
      }
      if (press !== null) await this.press(name, given, root(), press)
    }
  }

  private type(root: ParentNode, round: number, rounds: number): readonly Given[] {
    return controlsIn(root).flatMap((control, index): readonly Given[] => {
      if (!control.isConnected) return []
      if (round === 0) for (const component of componentsAround(control)) this.components.add(component)
      const kind = kindOf(control)
      const inputs = wrongInputs[kind]
      const input = inputs[(round * Math.ceil(inputs.length / rounds) + index) % inputs.length]!
      fireEvent.change(control, { target: { value: input } })
      fireEvent.blur(control)
      return [{ control, kind, input, label: labelOf(control) }]
    })
  }

  private async press(name: string, given: readonly Given[], root: ParentNode, press: string) {
    for (const button of root.querySelectorAll<HTMLButtonElement>(press)) {
      if (button.disabled || !button.isConnected) continue
      const form = button.closest('[role="dialog"], form, .answer, .check, .panel') ?? document.body
      const wrong = given.filter((one) => isPlainlyWrong(one) && one.control.isConnected && form.contains(one.control))
      const before = this.taken
      button.focus()
      fireEvent.click(button)
      await settle()
      await settle(0)
      this.check(`${name} [${button.textContent}]`, given)
      const errors = form.isConnected ? form.querySelectorAll('.labelled > .field-error').length : 0
      if (wrong.length === 0 && errors === 0) continue
      const where = `${name} [${button.textContent}] ← ${wrong[0]?.label ?? ''} ${wrong[0]?.input.slice(0, 20) ?? ''}`
      if (wrong.length > 0 && this.taken > before) this.wrong.push(`${where}: recorded`)
      if (!document.contains(form)) continue
      for (const { control, label, input } of wrong) {
        if (control.isConnected && control.getAttribute('aria-invalid') !== 'true') {
          this.wrong.push(`${name}: nothing at “${label}” ← ${input.slice(0, 20)}`)
        }
      }
      for (let turns = 0; turns < 40 && !isAtWrongField(); turns += 1) await tick(15)
      if (document.contains(button) && !isAtWrongField()) {
        this.wrong.push(`${where}: the keyboard is at ${document.activeElement?.outerHTML.slice(0, 80) ?? ''}`)
      }
    }
  }

  private check(name: string, given: readonly Given[]): void {
    for (const text of notOursOn(document, new Set(Object.values(wrongInputs).flat()))) {
      this.wrong.push(`${name}: ${text}`)
    }
    for (const { control, kind, input, label } of given) {
      if (!control.isConnected || control.value === '') continue
      const kept = kind === 'day' ? [input, typedDay(input)] : [input, input.trim()]
      if (!kept.includes(control.value)) {
        this.wrong.push(`${name} “${label}”: ${input.slice(0, 20)} became ${control.value.slice(0, 20)}`)
      }
    }
    for (const error of document.querySelectorAll('.field-error')) {
      const words = error.textContent
      if (!/[。；！?？.]$/u.test(words) || words.length < 4) this.wrong.push(`${name}: no sentence: ${words}`)
    }
  }
}

/** It keeps nothing: what is pasted is shown as a table. */
const isForPasting = (control: Control) => control.classList.contains('paste-place')

const isAtWrongField = () => document.activeElement?.getAttribute('aria-invalid') === 'true'

/** No reading of it is right: no optional field takes it. */
const isPlainlyWrong = ({ control, kind, input }: Given): boolean =>
  kind === 'number'
    ? input !== '-5' || control.inputMode !== 'decimal'
    : kind === 'day' && !/^(?:2062|1986)/u.test(input)

const labelOf = (control: Control): string =>
  control.getAttribute('aria-label') ??
  document.querySelector(`label[for="${CSS.escape(control.id)}"]`)?.textContent ??
  control.id

const body = (): ParentNode => document.body

type Options = {
  readonly press: string | null
  readonly root: () => ParentNode
  /** Rounds in which every control meets one wrong input; controls of one type begin at different ones. */
  readonly rounds: number
}
