import { useEffect } from 'react'

/** How many frames a part of the form has to appear in. */
const mostFrames = 60

/**
 * Takes the keyboard to a field of the form, or to the nearest around it, as soon as its part of the form stands there.
 */
export function useFocusOn(sought: { readonly path: string } | null): void {
  useEffect(() => {
    if (sought === null) return
    let frames = 0
    let next = 0
    const seek = () => {
      const field =
        document.getElementById(`field-${sought.path}`) ?? (frames >= mostFrames ? nearest(sought.path) : null)
      if (field !== null) {
        field.scrollIntoView({ block: 'center' })
        field.focus()
      } else if (frames < mostFrames) {
        frames += 1
        next = requestAnimationFrame(seek)
      }
    }
    next = requestAnimationFrame(seek)
    return () => {
      cancelAnimationFrame(next)
    }
  }, [sought])
}

function nearest(path: string): HTMLElement | null {
  const [end, ...rest] = path.split('.').reverse()
  if (end === undefined || rest.length === 0) return null
  const around = rest.reverse().join('.')
  return (
    document.getElementById(`field-${around}`) ??
    document.querySelector<HTMLElement>(`[id^="field-${CSS.escape(around)}."]`) ??
    nearest(around)
  )
}
