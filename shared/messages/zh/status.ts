export const zhStatus = {} as const
