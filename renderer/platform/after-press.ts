const ends = ['pointerup', 'pointercancel'] as const

let isDown = false
window.addEventListener('pointerdown', () => (isDown = true), true)
for (const end of ends) window.addEventListener(end, () => (isDown = false), true)

/**
 * Does what may move things on the screen: at once, or, while a button of the pointer is down, when its click is
 * through. Whoever presses a button leaves the field before it; if a sentence below that field pushed the button away
 * in between, the press would hit nothing.
 */
export function afterPress(work: () => void): void {
  if (!isDown) {
    work()
    return
  }
  const released = () => {
    for (const end of ends) window.removeEventListener(end, released, true)
    setTimeout(work)
  }
  for (const end of ends) window.addEventListener(end, released, true)
}
