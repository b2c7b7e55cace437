import type { zhCli } from '../zh/cli'

export const enCli: Readonly<Record<keyof typeof zhCli, string>> = {}
