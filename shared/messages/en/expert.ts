import type { zhExpert } from '../zh/expert'

export const enExpert: Readonly<Record<keyof typeof zhExpert, string>> = {}
