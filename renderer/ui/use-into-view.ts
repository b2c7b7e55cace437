import { useEffect, useRef, type RefObject } from 'react'

/**
 * Brings its element to the top of the window each time another `subject` shows there: what one asked for may stand
 * above.
 */
export function useIntoView<Shown extends Element>(subject: string | null): RefObject<Shown | null> {
  const shown = useRef<Shown>(null)
  useEffect(() => {
    if (subject !== null) shown.current?.scrollIntoView({ block: 'start' })
  }, [subject])
  return shown
}
