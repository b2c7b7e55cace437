export const zhExpert = {} as const
