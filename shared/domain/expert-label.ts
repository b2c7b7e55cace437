import { foldName, isSameName } from '../lib/names'

type Named = { readonly id: string; readonly name: string; readonly unitName: string }

/**
 * How one expert of several is called where the name must tell who it is: by name, by name and unit where another has
 * that name, and with the beginning of the id where even the unit is the same.
 */
export function expertLabel(expert: Named, among: readonly Named[]): string {
  const namesakes = among.filter(({ id, name }) => id !== expert.id && isSameName(name, expert.name))
  if (namesakes.length === 0) return expert.name
  const label = `${expert.name}（${expert.unitName}）`
  return namesakes.some(({ unitName }) => isSameName(unitName, expert.unitName))
    ? `${label}${expert.id.slice(0, 4)}`
    : label
}

/** Whether a bundle that names its reader so is for this person: the whole name, and the unit where one is told. */
export function isAddressedTo(to: string, person: { readonly name: string; readonly unit: string }): boolean {
  if (isSameName(to, person.name)) return true
  const [, name = '', unit = ''] = /^(.+)[（(](.+)[）)][0-9a-f]{0,4}$/u.exec(to.trim()) ?? []
  // A desk names its unit as it likes: in full, or as a part of the whole.
  const [told, own] = [foldName(unit), foldName(person.unit)]
  return isSameName(name, person.name) && (told.includes(own) || own.includes(told))
}

/** The same for an expert that is known by id and by the name that stands on his or her paper. */
export function labelAmong(expertId: string, name: string, among: readonly Named[]): string {
  const expert = among.find(({ id }) => id === expertId)
  return expert === undefined ? name : expertLabel(expert, among)
}

/** Experts by what each is called among all of them. */
export const labelled = <E extends Named>(experts: readonly E[]): readonly (E & { readonly name: string })[] =>
  experts.map((expert) => ({ ...expert, name: expertLabel(expert, experts) }))
