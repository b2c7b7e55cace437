import { Modal } from 'antd'
import type { PlainKey } from '@shared/messages/catalogue'
import { useTranslation } from '@renderer/ui/translation'

const shortcuts: readonly (readonly [keys: string, words: PlainKey])[] = [
  ['Ctrl / ⌘ + K', 'shortcuts.search'],
  ['Ctrl / ⌘ + Shift + L', 'shortcuts.lock'],
  ['?', 'shortcuts.help'],
  ['Tab / Shift + Tab', 'shortcuts.next'],
  ['Enter / Space', 'shortcuts.activate'],
  ['Esc', 'shortcuts.escape'],
  ['1 2 3 4', 'shortcuts.judge'],
  ['0', 'shortcuts.clearVerdict'],
  ['Ctrl + Z, Ctrl + Y', 'shortcuts.undo'],
  ['Ctrl + Enter', 'shortcuts.saveAndNext'],
  ['Alt + ↑ ↓', 'shortcuts.moveCriterion'],
  ['Alt + P', 'shortcuts.pin'],
  ['Alt + 1 2 3', 'shortcuts.marks'],
  ['Alt + B, Alt + K, Alt + O', 'shortcuts.markTools'],
  ['Alt + J, Alt + Shift + J, P', 'shortcuts.fact'],
  ['F6', 'shortcuts.changeSide'],
  ['Alt + ← →', 'shortcuts.places'],
  ['Alt + N, Alt + M, Alt + S', 'shortcuts.layout'],
  ['Ctrl + Shift + F', 'shortcuts.search.dossier'],
  ['PageUp PageDown Home End + - R Ctrl + F', 'shortcuts.reading'],
]

/** The sheet behind `?`. */
export function ShortcutSheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal open={open} width="40rem" onCancel={onClose} footer={null} title={t('shortcuts.title')}>
      <table className="plain-table">
        <tbody>
          {shortcuts.map(([keys, words]) => (
            <tr key={words}>
              <th scope="row">
                <kbd>{keys}</kbd>
              </th>
              <td>{t(words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  )
}
