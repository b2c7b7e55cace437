export const zhVerify = {} as const
