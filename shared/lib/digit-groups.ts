/**
 * Digits that people compare by telephone: every five bytes are one big-endian number modulo 100,000, written with five
 * digits. Bytes behind the last whole five are left out.
 */
export function digitGroups(bytes: Uint8Array): string {
  const groups: string[] = []
  for (let offset = 0; offset + 5 <= bytes.length; offset += 5) {
    const number = bytes.subarray(offset, offset + 5).reduce((sum, byte) => sum * 256 + byte, 0)
    groups.push(String(number % 100_000).padStart(5, '0'))
  }
  return groups.join(' ')
}
