/** Bytes behind an end mark that nobody asks about. */
const tailBytes = 2048

/**
 * Whether the end of a PDF is missing: no end mark, or objects behind the last one that belong to an update which
 * breaks off. Zeros, white space and whatever is no part of a PDF may stand behind a whole file, as disks and mail
 * programs leave it there.
 */
export function isCutOff(bytes: Buffer): boolean {
  const end = endOfContent(bytes)
  const tail = bytes.subarray(Math.max(0, end - tailBytes), end)
  if (tail.includes('%%EOF') || tail.includes('startxref')) return false
  const mark = Math.max(bytes.lastIndexOf('%%EOF'), bytes.lastIndexOf('startxref'))
  return mark < 0 || hasObjects(bytes, mark)
}

/** Where the zeros and white space begin that end the file. */
function endOfContent(bytes: Buffer): number {
  let end = bytes.length
  while (end > 0 && [0, 9, 10, 12, 13, 32].includes(bytes[end - 1] ?? 1)) end -= 1
  return end
}

function hasObjects(bytes: Buffer, from: number): boolean {
  for (let at = bytes.indexOf('obj', from); at >= 0; at = bytes.indexOf('obj', at + 3)) {
    if (/\d[\s\0]+\d+[\s\0]*$/u.test(bytes.toString('latin1', Math.max(from, at - 32), at))) return true
  }
  return false
}
