export const zhCli = {} as const
