import type { zhDivision } from '../zh/division'

export const enDivision: Readonly<Record<keyof typeof zhDivision, string>> = {}
