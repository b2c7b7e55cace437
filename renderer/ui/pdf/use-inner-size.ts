import { useLayoutEffect, useState, type RefObject } from 'react'
import type { PageSize } from './page-layout'

const usual: PageSize = { width: 800, height: 600 }

/**
 * The inner size of an element, measured before it is first painted; of one that is not laid out, what it was before.
 */
export function useInnerSize(element: RefObject<HTMLElement | null>): PageSize {
  const [inner, setInner] = useState<PageSize>(usual)
  useLayoutEffect(() => {
    const measured = element.current
    if (measured === null) return
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = measured
      if (width === 0 || height === 0) return
      setInner((before) => (before.width === width && before.height === height ? before : { width, height }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(measured)
    return () => {
      observer.disconnect()
    }
  }, [element])
  return inner
}
