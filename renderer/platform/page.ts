/** Loads the page anew at its first screen: nothing that was in its memory stays. */
export function reloadPage(): void {
  window.history.replaceState(null, '', '#/')
  window.location.reload()
}
