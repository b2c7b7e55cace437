import { useState, type ReactNode } from 'react'
import { callHost } from '../platform/bridge'
import { FolderChooser, type ChosenFolder } from './FolderChooser'

/** Lets a person choose a folder: by the system's dialog, or by `chooser`, to be shown, where there is none. */
export function useFolderPick(onChoose: (folder: ChosenFolder) => void): {
  readonly pick: () => Promise<void>
  readonly chooser: ReactNode
} {
  const [isChoosing, setChoosing] = useState(false)
  return {
    pick: async () => {
      const answer = await callHost('dialog:pick-folder', undefined)
      if (answer.kind === 'picked') onChoose({ place: answer.place, path: answer.path })
      if (answer.kind === 'unsupported') setChoosing(true)
    },
    chooser: isChoosing ? (
      <FolderChooser
        onCancel={() => {
          setChoosing(false)
        }}
        onChoose={(folder) => {
          setChoosing(false)
          onChoose(folder)
        }}
      />
    ) : null,
  }
}
