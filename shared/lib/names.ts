/** Names are compared after NFKC folding and without white space, and printed verbatim (domain trap A38). */
export const foldName = (name: string): string => name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()

export const isSameName = (a: string, b: string): boolean => foldName(a) === foldName(b)

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** Chinese sorting (pinyin), which the default order of strings is not. */
export const compareNames = (a: string, b: string): number => collator.compare(a, b)
