/**
 * Where in its life an alliance is, as its page shows it. `filed`: no pilot, nor asking to be one; `decision`: between
 * the panel and the publication (Art. 13, 14); `ended`: it was a pilot and is none any more (Art. 17, 19); `closed`: a
 * filing or an application that came to nothing.
 */
export const phases = ['intake', 'filed', 'review', 'decision', 'pilot', 'ended', 'closed'] as const
export type Phase = (typeof phases)[number]
