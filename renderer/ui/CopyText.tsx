import { Button, Input, type InputRef } from 'antd'
import { useId, useRef, useState } from 'react'
import { useTranslation } from './translation'

/**
 * Text that is not lost as long as a person can take it elsewhere: to read, to select, and one button that copies it.
 */
export function CopyText({ label, text }: { readonly label: string; readonly text: string }) {
  const { t } = useTranslation()
  const id = useId()
  const area = useRef<InputRef>(null)
  const [isCopied, setCopied] = useState(false)
  return (
    <div className="stack copy-text">
      <label htmlFor={id}>{label}</label>
      <Input.TextArea id={id} ref={area} readOnly autoSize={{ minRows: 2, maxRows: 8 }} value={text} />
      <div>
        <Button
          onClick={() => {
            area.current?.focus({ cursor: 'all' })
            // The only way that asks for no permission, which the shell gives to nobody.
            // eslint-disable-next-line @typescript-eslint/no-deprecated
            setCopied(document.execCommand('copy'))
          }}
        >
          {t(isCopied ? 'unsaved.copied' : 'unsaved.copy')}
        </Button>
      </div>
    </div>
  )
}
