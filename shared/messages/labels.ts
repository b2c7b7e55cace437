/**
 * Messages for words that papers print, which stand in shared/documents/vocabulary. A screen that is to say another
 * word gets a message of its own: the word on paper stays.
 */
export const labels = <const Before extends string, const Words extends object, const After extends string = ''>(
  before: Before,
  words: Words,
  after: After = '' as After,
) =>
  Object.fromEntries(Object.entries(words).map(([id, word]) => [`${before}${id}${after}`, word])) as {
    readonly [Id in keyof Words & string as `${Before}${Id}${After}`]: Words[Id]
  }
