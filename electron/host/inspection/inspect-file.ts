import { summarise, type Finding, type Inspection } from '@shared/inspection/finding'
import { inspectImage, pictureSize } from './inspect-image'
import { inspectOle, inspectRtf } from './inspect-ole'
import { inspectPackage } from './inspect-package'
import { inspectPdf } from './inspect-pdf'
import { isCompound } from './ole-directory'

/** Looks into a file by what it is, not by what it is called. Never throws for bad bytes; runs and fetches nothing. */
export async function inspectFile(bytes: Buffer): Promise<Inspection> {
  const format = formatOf(bytes)
  const found = await findingsOf(bytes, format)
  const isTwofold = (format === 'pdf' && hasZipEnd(bytes)) || (format === 'package' && hasPdfHead(bytes))
  return { format, findings: summarise([...found, ...(isTwofold ? [twoFormats] : [])]) }
}

async function findingsOf(bytes: Buffer, format: Inspection['format']): Promise<Finding[]> {
  if (format === 'pdf') return inspectPdf(bytes)
  if (format === 'package') return inspectPackage(bytes)
  const picture = pictureSize(bytes)
  if (picture !== null) return inspectImage(picture)
  if (isCompound(bytes)) return inspectOle(bytes)
  return isRtf(bytes) ? inspectRtf(bytes) : [{ kind: 'no-document', count: 1, detail: '' }]
}

const isRtf = (bytes: Buffer): boolean => /^\s*\{\\rt/u.test(bytes.toString('latin1', 0, 32))

const twoFormats: Finding = { kind: 'two-formats', count: 1, detail: 'PDF + ZIP' }

/** PDF readers look for the header in the first 1,024 bytes. */
const hasPdfHead = (bytes: Buffer): boolean => bytes.subarray(0, 1024).includes('%PDF-')

const startsAsZip = (bytes: Buffer): boolean => ['504b0304', '504b0506'].includes(bytes.toString('hex', 0, 4))

/** A ZIP is found from its end, behind which a comment may stand. */
function hasZipEnd(bytes: Buffer): boolean {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  return end >= 0 && end >= bytes.length - 65_557 && bytes.lastIndexOf('PK\x01\x02', end, 'latin1') >= 0
}

function formatOf(bytes: Buffer): Inspection['format'] {
  if (startsAsZip(bytes)) return 'package'
  if (hasPdfHead(bytes)) return 'pdf'
  return pictureSize(bytes) === null ? 'other' : 'image'
}
