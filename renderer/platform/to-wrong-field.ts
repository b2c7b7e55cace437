/** How long an act may take to say what is wrong with what was typed, in milliseconds. */
const patience = 1500

const wrong = '[aria-invalid="true"]'
const acts = 'button.ant-btn-primary, button.ant-btn-dangerous'
const forms = '[role="dialog"], form, .answer, .check, .panel'

/**
 * Takes the keyboard to the first wrong field of the form whose act was pressed, once the form says that it is wrong.
 * It stands in one place for every form: a new one has it without a word. Whoever went elsewhere meanwhile stays there.
 */
export function leadToWrongFields(page: Document): () => void {
  let stop = () => {}
  const pressed = (event: Event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>(acts) : null
    if (button === null) return
    stop()
    const before = new Set(page.querySelectorAll(wrong))
    const seek = () => {
      const field = firstWrong(button, before)
      if (field === null) return
      const at = page.activeElement
      if (at === null || at === page.body || at === button || button.contains(at)) {
        field.scrollIntoView({ block: 'center' })
        field.focus()
      }
      stop()
    }
    const watch = new MutationObserver(seek)
    watch.observe(page.body, { childList: true, subtree: true, attributeFilter: ['aria-invalid'] })
    const timer = setTimeout(() => {
      stop()
    }, patience)
    // What the form says at once may stand there already.
    const first = setTimeout(seek)
    stop = () => {
      watch.disconnect()
      clearTimeout(timer)
      clearTimeout(first)
    }
  }
  page.addEventListener('click', pressed, true)
  return () => {
    stop()
    page.removeEventListener('click', pressed, true)
  }
}

/** In the form of the button; or on its page, if it was not wrong before the press. */
function firstWrong(button: HTMLElement, before: ReadonlySet<Element>): HTMLElement | null {
  if (!button.isConnected) return null
  const own = button.closest(forms)?.querySelector<HTMLElement>(wrong) ?? null
  if (own !== null || button.closest('[role="dialog"]') !== null) return own
  const onPage = button.closest('main') ?? button.ownerDocument
  return [...onPage.querySelectorAll<HTMLElement>(wrong)].find((field) => !before.has(field)) ?? null
}
