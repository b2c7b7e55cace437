export const zhDivision = {} as const
