import { create } from 'zustand'
import type { IpcOutput } from '@shared/ipc/contract'

export type HostStatus = IpcOutput<'app:get-status'>

type SessionStore = {
  /** What the host last said of itself; `null` until the first answer. */
  readonly status: HostStatus | null
  readonly setStatus: (status: HostStatus) => void
}

export const useSession = create<SessionStore>()((set) => ({
  status: null,
  setStatus: (status) => {
    set({ status })
  },
}))
