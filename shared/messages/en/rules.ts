import type { zhRules } from '../zh/rules'

export const enRules: Readonly<Record<keyof typeof zhRules, string>> = {}
