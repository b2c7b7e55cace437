/** Where in the procedure a rule is asked. */
export const stages = ['filing', 'application', 'division', 'panel', 'consultation', 'publication', 'pilot'] as const
export type Stage = (typeof stages)[number]
