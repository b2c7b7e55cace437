/** Loads the page anew: nothing that was in its memory stays. */
export function reloadPage(): void {
  window.location.reload()
}
