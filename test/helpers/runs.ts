/** How often a property is tried: few times in every run, many by `npm run properties`. */
const factor = Number(process.env['PROPERTY_FACTOR'] ?? 1)

export const runs = (often: number): number => Math.ceil(often * factor)
