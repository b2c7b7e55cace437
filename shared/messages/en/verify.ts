import type { zhVerify } from '../zh/verify'

export const enVerify: Readonly<Record<keyof typeof zhVerify, string>> = {}
