/** Two different groups to ask for, by chance, in rising order. `count` at least two. */
export function groupsToAsk(count: number): readonly [number, number] {
  const [first = 0, second = 0] = crypto.getRandomValues(new Uint32Array(2))
  const one = first % count
  const other = (one + 1 + (second % (count - 1))) % count
  return one < other ? [one, other] : [other, one]
}

/** Whether a person typed a group: capitals, full-width forms, O for 0 and I or L for 1 make no difference. */
export const isGroup = (typed: string, group: string): boolean => plain(typed) === plain(group)

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1')
