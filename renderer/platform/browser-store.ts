let tellForgotten = (): void => undefined

/** Tells when the browser forgot everything that lay in its store. For one listener: who keeps how things are shown. */
export function onStoreForgotten(listener: () => void): void {
  tellForgotten = listener
}

/** To be called once the shell had the browser forget its store. */
export const storeForgotten = (): void => {
  tellForgotten()
}
