import { checkTemplate } from './check-template'
import { fillTemplate } from './fill-template'
import { lostInLetter, readLetter, type LetterWords } from './read-letter'
import { type TemplateProblem, type TemplateTags, type TemplateValues } from './template-problem'

/**
 * Everything that keeps a Word file from giving the words of a letter; empty when it may. A template gives words only:
 * what would be lost on the way (tables, pictures, tracked changes, automatic numbers …) is refused by name.
 */
export function checkLetter(bytes: Uint8Array, tags: TemplateTags): TemplateProblem[] {
  const problems = checkTemplate(bytes, tags)
  return problems.some(({ kind }) => !kind.endsWith('-tag') && kind !== 'wrong-form')
    ? problems
    : [...problems, ...lostInLetter(bytes)]
}

/** The words of a checked template with these values. @throws TemplateValueError naming the tag */
export const fillLetter = (bytes: Uint8Array, values: TemplateValues): LetterWords =>
  readLetter(fillTemplate(bytes, values))
