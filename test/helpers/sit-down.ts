import { openDesk } from '@renderer/data/desk'
import { useSession } from '@renderer/data/session'
import type { Desk } from '../integration/host/desk-fixture'

/** Lets the page of this test call the host of a desk, as the preload does. */
export function connectPage(desk: Desk): void {
  Object.assign(window, {
    bridge: { invoke: async (channel: never, input: never) => ({ ok: true, value: await desk.call(channel, input) }) },
  })
}

/** The same, and the desk open on the page on a certain day. @returns its key */
export async function sitDownAt(desk: Desk, today = '2026-11-22'): Promise<string> {
  connectPage(desk)
  const status = await desk.call('app:get-status', undefined)
  useSession.getState().setStatus({ ...status, today })
  if (status.profile.kind !== 'open') throw new Error('the desk is closed')
  const { keyId } = status.profile.desk
  await openDesk(keyId, () => undefined)
  return keyId
}
