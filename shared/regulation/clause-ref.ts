/** A place in the regulation: article ('8') or article and item ('9.4'). */
export type ClauseRef = `${number}` | `${number}.${number}`

/** Number of the article of a clause: '9.4' -> 9. */
export const articleOf = (clause: ClauseRef): number => Number(clause.split('.')[0])
