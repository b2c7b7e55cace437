import type { IpcChannel } from './contract'

/** Names only, so that preload stays free of zod. `satisfies` keeps it complete. */
const channels = {
  'app:get-status': true,
  'profile:create': true,
  'profile:unlock': true,
  'profile:lock': true,
  'journal:get-status': true,
  'journal:append': true,
  'journal:read': true,
  'draft:put': true,
  'draft:delete': true,
  'draft:list': true,
  'attachment:put': true,
  'attachment:stat': true,
  'attachment:read': true,
  'bundle:export': true,
  'bundle:stage': true,
  'bundle:commit': true,
  'bundle:discard': true,
  'document:render': true,
  'document:read': true,
  'document:drop': true,
  'document:write': true,
  'verify:file': true,
  'exchange:list': true,
  'exchange:set-folder': true,
  'dialog:pick-folder': true,
  'snapshot:list': true,
  'snapshot:restore': true,
  'snapshot:set-budget': true,
  'sample:list': true,
  'sample:load': true,
  'desk:statement': true,
} as const satisfies Record<IpcChannel, true>

export const isIpcChannel = (name: string): name is IpcChannel => Object.hasOwn(channels, name)
