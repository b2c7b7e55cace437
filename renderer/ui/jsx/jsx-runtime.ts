/**
 * Every element of the screen is made here (`jsxImportSource` in renderer/tsconfig.json and electron.vite.config.ts):
 * the one place through which the texts of records reach it.
 */
import { Fragment, jsx as reactJsx, jsxs as reactJsxs, type JSX } from 'react/jsx-runtime'
import { shownProps } from './shown'

export { Fragment, type JSX }

export const jsx: typeof reactJsx = (type, props, key) => reactJsx(type, shownProps(props), key)
export const jsxs: typeof reactJsxs = (type, props, key) => reactJsxs(type, shownProps(props), key)
