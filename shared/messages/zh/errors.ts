export const zhErrors = {} as const
