import type { zhStatus } from '../zh/status'

export const enStatus: Readonly<Record<keyof typeof zhStatus, string>> = {}
