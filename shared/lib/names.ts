/**
 * Names are compared after NFKC folding, without white space and characters that cannot be seen, whichever of the dots
 * between parts of a name (· • ・ ‧ ∙ ⋅) was typed; they are printed verbatim (note 38). Only for comparing, never for
 * keeping.
 */
export const foldName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]+/gu, '')
    .replace(/[•・‧∙⋅᛫⸱⸳]/gu, '·')
    .toLowerCase()

export const isSameName = (a: string, b: string): boolean => foldName(a) === foldName(b)

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** Chinese sorting (pinyin), which the default order of strings is not. */
export const compareNames = (a: string, b: string): number => collator.compare(a, b)
