/** The tone names a token of the theme, never a colour value. */
export type StatusTone = 'grey' | 'amber' | 'blue' | 'violet' | 'green' | 'red'
export type StatusShape = 'outline' | 'triangle' | 'half-circle' | 'diamond' | 'dot' | 'ring' | 'square'
export type StatusLook = { readonly tone: StatusTone; readonly shape: StatusShape }
