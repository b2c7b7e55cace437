import type { zhErrors } from '../zh/errors'

export const enErrors: Readonly<Record<keyof typeof zhErrors, string>> = {}
