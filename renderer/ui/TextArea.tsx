import { Input } from 'antd'
import type { TextAreaProps } from 'antd/es/input'
import type { CSSProperties } from 'react'

/** A browser before 2024 leaves it to script, which asks for the layout again at every key. */
const growsByItself = typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content')

type Rows = { readonly minRows?: number; readonly maxRows?: number }
type Props = Omit<TextAreaProps, 'autoSize' | 'rows' | 'style'> & { readonly autoSize: Rows }

/** A text area that is as high as its text, between two numbers of rows. */
export function TextArea({ autoSize, className = '', ...props }: Props) {
  if (!growsByItself) return <Input.TextArea {...props} className={className} autoSize={autoSize} />
  const { minRows = 1, maxRows } = autoSize
  const rows = { '--min-rows': minRows, ...(maxRows === undefined ? {} : { '--max-rows': maxRows }) } as CSSProperties
  return <Input.TextArea {...props} rows={minRows} className={`grows ${className}`} style={rows} />
}
