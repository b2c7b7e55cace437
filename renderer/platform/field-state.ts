const fields = 'input, textarea'

/**
 * Browsers write what stands in the fields of a page into their session files, in the clear, to show it again after a
 * restart; only fields that are not to be completed are left out. So every field that ever appears is one of these,
 * those of passphrases too, for they may be shown.
 */
export function keepFieldsOutOfSessionFiles(page: Document): void {
  const mark = (field: Element) => {
    if (field.getAttribute('autocomplete') !== 'off') field.setAttribute('autocomplete', 'off')
  }
  const markAll = (node: Node) => {
    if (!(node instanceof Element)) return
    if (node.matches(fields)) mark(node)
    for (const field of node.querySelectorAll(fields)) mark(field)
  }
  new MutationObserver((changes) => {
    for (const { target, type, addedNodes } of changes) {
      if (type === 'attributes') markAll(target)
      else for (const node of addedNodes) markAll(node)
    }
  }).observe(page, { childList: true, subtree: true, attributes: true, attributeFilter: ['autocomplete'] })
  markAll(page.documentElement)
}
