import { createContext } from 'react'

/** Whether the form around a control says already what is wrong with it. */
export const ErrorTold = createContext(false)
