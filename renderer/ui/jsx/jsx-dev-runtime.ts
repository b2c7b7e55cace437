/** The same for tests, whose elements also know where they were written. */
import { Fragment, jsxDEV as reactJsxDev, type JSX } from 'react/jsx-dev-runtime'
import { shownProps } from './shown'

export { Fragment, type JSX }

export const jsxDEV: typeof reactJsxDev = (type, props, ...rest) => reactJsxDev(type, shownProps(props), ...rest)
