/** Scrolls the element's own list, and nothing around it, no further than is needed to see it. */
export function scrollIntoRail(element: HTMLElement | null): void {
  const list = element?.closest<HTMLElement>('.pdf-rail')
  if (element === null || list === null || list === undefined) return
  const [inner, outer] = [element.getBoundingClientRect(), list.getBoundingClientRect()]
  if (inner.top < outer.top) list.scrollTop -= outer.top - inner.top
  else if (inner.bottom > outer.bottom) list.scrollTop += inner.bottom - outer.bottom
}
