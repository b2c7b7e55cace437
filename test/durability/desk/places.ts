import { join, resolve } from 'node:path'

/** One world: a profile, its exchange folder, and a second disk. The names are as users have them. */
export const profileOf = (root: string): string => join(root, '工作 目录')
export const exchangeOf = (root: string): string => join(root, '交换')
export const stickOf = (root: string): string => join(root, '外接')

/** The product's folder of resources; the harness runs from the top of the repository. */
export const resourcesFolder = resolve('resources')

export const passphrase = '示例口令-2026'
