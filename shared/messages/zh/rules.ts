export const zhRules = {} as const
