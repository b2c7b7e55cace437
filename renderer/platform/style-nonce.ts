/**
 * The policy of the page lets a style sheet in that is a file of ours or has the nonce of this answer. The component
 * kit makes its sheets by script: those have it from here. One that came as markup has none, and stays without effect.
 */
export function signStyleSheets(page: Document): void {
  const nonce = page.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce
  if (nonce === undefined || nonce === '') return
  /* eslint-disable @typescript-eslint/no-deprecated -- of its overloads one is, for names of elements long gone */
  const create = page.createElement.bind(page)
  page.createElement = (name: string, options?: ElementCreationOptions) => {
    const made = create(name, options)
    if (made instanceof HTMLStyleElement) made.nonce = nonce
    return made
  }
  /* eslint-enable @typescript-eslint/no-deprecated */
}
