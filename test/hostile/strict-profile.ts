/** The strict profile of bundles, point by point, and the hostile cases that hold each clause. */
export type ProfileClause = {
  readonly point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8
  readonly clause: string
  /** `group: name` of cases. */
  readonly cases: readonly string[]
}

const of = (group: string, ...names: readonly string[]): string[] => names.map((name) => `${group}: ${name}`)
const zip = (...names: readonly string[]) => of('zip structure', ...names)
const manifest = (...names: readonly string[]) => of('manifest', ...names)
const environment = (...names: readonly string[]) => of('environment', ...names)

export const strictProfile: readonly ProfileClause[] = [
  {
    point: 1,
    clause: 'the end record is the last 22 bytes',
    cases: [
      ...zip('with a byte behind its end', 'with zeros behind its end', 'with itself behind its end'),
      ...zip('with a second end record'),
      ...of('truncation', 'cut off before the end record', 'cut off by its last byte'),
    ],
  },
  {
    point: 1,
    clause: 'it has no comment',
    cases: zip('with another end record in a comment', 'with a comment announced and not there'),
  },
  { point: 1, clause: 'it is on disk 0', cases: zip('whose end record is on another disk') },
  {
    point: 1,
    clause: 'the first local header is at offset 0',
    cases: zip(
      'behind a program (a polyglot)',
      'behind the head of a PDF (a polyglot)',
      'behind a picture (a polyglot)',
    ),
  },
  {
    point: 2,
    clause: 'at most 20,000 entries',
    cases: zip('with 20,001 entries', 'with 60,000 entries', 'with 60,000 entries, stated to be ten'),
  },
  { point: 2, clause: 'at most 4 GB', cases: environment('of a little over 4 GB, most of it holes') },
  {
    point: 2,
    clause: 'method 0 only',
    cases: [
      ...zip('that is packed by Deflate in the directory', 'that is packed by Deflate in the local header'),
      ...zip('that is packed by an unknown method'),
      ...of('other files', 'that another program packed again, deflated'),
    ],
  },
  {
    point: 2,
    clause: 'no flags',
    cases: zip('that is encrypted by a ZIP password', 'with strong encryption flagged', 'with names flagged as UTF-8'),
  },
  { point: 2, clause: 'no data descriptor', cases: zip('with a data descriptor') },
  {
    point: 2,
    clause: 'no extra field',
    cases: zip(
      'with an extra field in the local header alone',
      'with an extra field in both headers',
      'with an extra field announced and not there',
    ),
  },
  {
    point: 2,
    clause: 'no zip64 where 4 GB are never needed',
    cases: zip(
      'with a zip64 field that says 2⁶⁴ bytes',
      'with a zip64 end record of zeros',
      'whose end record sends the reader to zip64',
    ),
  },
  {
    point: 3,
    clause: 'local headers are read again and equal the directory',
    cases: zip(
      'whose local header states another size',
      'whose local header states another checksum',
      'whose local header has another name',
      'whose directory states a larger size',
    ),
  },
  { point: 4, clause: 'byte ranges increase', cases: zip('whose directory lists the entries in another order') },
  {
    point: 4,
    clause: 'no gap',
    cases: zip(
      'with a gap between two entries',
      'with bytes between contents and directory',
      'with an entry that the directory does not name',
    ),
  },
  {
    point: 4,
    clause: 'no overlap',
    cases: zip('whose entries overlap', 'whose directory begins in the middle of an entry'),
  },
  {
    point: 5,
    clause: 'names match the closed grammar',
    cases: of('entry names', 'named "../../evil.sh"', 'named "/etc/passwd"', 'named "mimetype\\u0000"', 'named ""'),
  },
  { point: 5, clause: 'names are unique', cases: of('entry names', 'with one name twice', 'with two manifests') },
  {
    point: 5,
    clause: 'attributes are 0',
    cases: zip('with an entry that is a link by its attributes', 'with an entry that is hidden by its attributes'),
  },
  { point: 6, clause: 'CRC-32 is checked', cases: zip('whose two checksums are wrong alike') },
  {
    point: 6,
    clause: 'SHA-256 is checked',
    cases: [
      ...manifest('that states another hash', 'with an attachment that is not what its name says'),
      ...environment('other bytes of which are written while it is read'),
    ],
  },
  {
    point: 7,
    clause: 'every entry is on the list',
    cases: manifest('that leaves a file out', 'with an attachment that it does not list'),
  },
  {
    point: 7,
    clause: 'everything on the list is there, once',
    cases: manifest(
      'that lists a file that is not there',
      'that lists a file twice',
      'without records that it lists',
      'without an attachment that it lists',
      'without a list',
    ),
  },
  { point: 8, clause: 'a memory cap', cases: environment('that needs more memory than the reading thread has') },
  { point: 8, clause: 'a watchdog', cases: environment('that takes longer than the watchdog waits') },
]
