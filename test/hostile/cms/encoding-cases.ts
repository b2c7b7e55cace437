/** How it is written: BER where DER is promised, other algorithms, other versions, numbers that are none. */
import type { Family } from './cases'
import { algorithms, attributes, forge, makeHand } from './forge'
import { ber, integer, nothing, octets, oid, parse, rewrite, seq, set, tlv, type Node, type Path } from './tlv'

const signer: Path = [1, 0, 4, 0]
const digestValue: Path = [...signer, 3, 2, 1, 0]

export const berCases: Family = ({ genuine, made, content, desk }) => {
  const everywhere = (paths: readonly (readonly [string, Path])[], way: (node: Node) => Buffer, rule: string) =>
    paths.map(
      ([where, path]) => [`${rule.slice(4)}: ${where}`, `refused:${rule}`, rewrite(genuine, path, way)] as const,
    )
  const places = [
    ['the whole', []],
    ['the content', [1]],
    ['the signed data', [1, 0]],
    ['the certificates', [1, 0, 3]],
    ['the signers', [1, 0, 4]],
    ['the signer', signer],
    ['the algorithm', [...signer, 2]],
  ] as const satisfies (readonly [string, Path])[]
  const digest = attributes.digest(content)
  const pieced = rewrite(digest, [1, 0], ber.pieces)
  return [
    ...everywhere(places, ber.open, 'der-definite'),
    ...everywhere([...places, ['the signature', [...signer, 5]]], ber.long, 'der-short-length'),
    ['a signature in pieces', 'refused:der-primitive', rewrite(genuine, [...signer, 5], ber.pieces)],
    [
      'a digest in pieces, signed so',
      'refused:der-primitive',
      made({ attributes: (usual) => [usual[0]!, usual[1]!, pieced, usual[3]!] }),
    ],
    ['a digest in pieces, signed otherwise', 'refused:der-primitive', rewrite(genuine, digestValue, ber.pieces)],
    [
      'a version with a zero before it',
      'refused:der-integer',
      rewrite(genuine, [1, 0, 0], () => tlv(2, Buffer.from([0, 1]))),
    ],
    [
      'a signer’s version with zeros before it',
      'refused:der-integer',
      rewrite(genuine, [...signer, 0], () => tlv(2, Buffer.from([0, 0, 1]))),
    ],
    [
      'a serial with a zero before it',
      'refused:der-integer',
      rewrite(genuine, [...signer, 1, 1], ({ content: old }) => tlv(2, Buffer.from([0]), old)),
    ],
    [
      'an identifier with padding',
      'refused:der-oid',
      rewrite(genuine, [0], ({ content: old }) => tlv(6, old.subarray(0, 1), Buffer.from([0x80]), old.subarray(1))),
    ],
    [
      'a type of content with padding',
      'refused:der-oid',
      rewrite(genuine, [1, 0, 2, 0], ({ content: old }) =>
        tlv(6, old.subarray(0, 1), Buffer.from([0x80]), old.subarray(1)),
      ),
    ],
    [
      'an algorithm that does not end',
      'refused:der-oid',
      made({ digestAlgorithm: seq(tlv(6, Buffer.from('608648016503040281', 'hex')), nothing) }),
    ],
    ['parameters with a byte in nothing', 'refused:der-null', made({ digestAlgorithm: badNull })],
    ['a zero behind', 'refused:nothing-behind', Buffer.concat([genuine, Buffer.alloc(1)]), { onlyDetached: true }],
    [
      'a hundred zeros behind',
      'refused:nothing-behind',
      Buffer.concat([genuine, Buffer.alloc(100)]),
      { onlyDetached: true },
    ],
    ['a word behind', 'refused:nothing-behind', Buffer.concat([genuine, Buffer.from('hello')])],
    ['another signature behind', 'refused:nothing-behind', Buffer.concat([genuine, forge({ content, hand: desk })])],
    [
      'an end marker too much inside',
      'refused:shape',
      rewrite(genuine, [1, 0], ({ content: old }) => seq(old, Buffer.alloc(2))),
    ],
    ['its end missing', 'refused:der-structure', genuine.subarray(0, -1)],
    [
      'a length beyond the end',
      'refused:der-structure',
      Buffer.concat([Buffer.from([0x30, 0x84, 0x7f, 0xff, 0xff, 0xff]), genuine.subarray(4)]),
    ],
    [
      'a tag of two octets',
      'refused:der-structure',
      rewrite(genuine, [1, 0, 0], () => Buffer.from([0x1f, 0x02, 0x01, 0x01])),
    ],
    ['nothing at all', 'refused:der-structure', Buffer.alloc(0), { onlyDetached: true }],
    ['a text', 'refused:der-structure', Buffer.from('-----BEGIN CMS-----'), { onlyDetached: true }],
    ['deeper than anything', 'refused:der-structure', deep(60)],
    [
      'larger than anything',
      'refused:size',
      made({ unsigned: [seq(oid('1.2.840.113549.1.9.16.2.14'), set(octets(Buffer.alloc(4_100_000))))] }),
      { onlyDetached: true },
    ],
    [
      'of more values than anything',
      'refused:der-structure',
      made({
        unsigned: [seq(oid('1.2.840.113549.1.9.16.2.14'), set(...Array.from({ length: 60_000 }, () => nothing)))],
      }),
      { onlyDetached: true },
    ],
  ]
}

const badNull = seq(oid('2.16.840.1.101.3.4.2.1'), tlv(5, Buffer.alloc(1)))
const deep = (levels: number): Buffer => (levels === 0 ? nothing : seq(deep(levels - 1)))

export const digests: Family = ({ made }) => {
  const sha = (digest: string, digestAlgorithm: Buffer, signatureAlgorithm: Buffer) =>
    made({ digest, digestAlgorithm, signatureAlgorithm })
  return [
    ['SHA-1', 'refused:weak-algorithm', sha('sha1', algorithms.sha1, algorithms.ecdsaSha256)],
    ['MD5', 'refused:weak-algorithm', sha('md5', algorithms.md5, algorithms.ecdsaSha256)],
    ['SHA-384', 'other:digest-of-a-desk', sha('sha384', algorithms.sha384, algorithms.ecdsaSha384)],
    ['SHA-512', 'other:digest-of-a-desk', sha('sha512', algorithms.sha512, algorithms.ecdsaSha512)],
    ['one that nobody knows', 'refused:unknown-algorithm', made({ digestAlgorithm: seq(oid('1.2.3.4'), nothing) })],
    ['SHA-256 without parameters', 'other:digest-of-a-desk', made({ digestAlgorithm: algorithms.sha256Bare })],
    [
      'SHA-256 with parameters',
      'refused:digest-parameters',
      made({ digestAlgorithm: seq(oid('2.16.840.1.101.3.4.2.1'), octets(Buffer.from('x'))) }),
    ],
    [
      'SHA-256 with two parameters',
      'refused:digest-parameters',
      made({ digestAlgorithm: seq(oid('2.16.840.1.101.3.4.2.1'), nothing, nothing) }),
    ],
    ['two in the list', 'refused:one-digest', made({ digestAlgorithms: [algorithms.sha256, algorithms.sha384] })],
    [
      'the same twice in the list',
      'refused:one-digest',
      made({ digestAlgorithms: [algorithms.sha256, algorithms.sha256] }),
    ],
    ['none in the list', 'refused:one-digest', made({ digestAlgorithms: [] })],
    ['another one in the list', 'refused:one-digest', made({ digestAlgorithms: [algorithms.sha512] })],
    ['written otherwise in the list', 'refused:one-digest', made({ digestAlgorithms: [algorithms.sha256Bare] })],
    [
      'another one with the signature',
      'refused:signature-algorithm',
      made({ signatureAlgorithm: algorithms.ecdsaSha384, signDigest: 'sha384' }),
    ],
    [
      'a signature’s algorithm with parameters',
      'refused:unknown-algorithm',
      made({ signatureAlgorithm: seq(oid('1.2.840.10045.4.3.2'), nothing) }),
    ],
    [
      'a signature’s algorithm that nobody knows',
      'refused:unknown-algorithm',
      made({ signatureAlgorithm: seq(oid('1.2.3.4')) }),
    ],
    ['RSA said of a curve’s key', 'refused:unknown-algorithm', made({ signatureAlgorithm: algorithms.rsaSha256 })],
  ]
}

export const versions: Family = ({ made, content }) => [
  ['0', 'refused:signed-data-version', made({ version: 0 })],
  ['3', 'refused:signed-data-version', made({ version: 3 })],
  ['5', 'refused:signed-data-version', made({ version: 5 })],
  ['3 of the signer', 'refused:signer-version', made({ signerVersion: 3, version: 3 })],
  ['0 of the signer', 'refused:signer-version', made({ signerVersion: 0 })],
  [
    'data that is signed by its name alone',
    'refused:is-signed-data',
    made({ contentType: oid('1.2.840.113549.1.7.1') }),
  ],
  ['data in an envelope by its name', 'refused:is-signed-data', made({ contentType: oid('1.2.840.113549.1.7.3') })],
  ['authenticated data by its name', 'refused:is-signed-data', made({ contentType: oid('1.2.840.113549.1.9.16.1.2') })],
  ...[
    ['a time stamp as content', '1.2.840.113549.1.9.16.1.4'],
    ['an envelope as content', '1.2.840.113549.1.7.3'],
    ['a kind of one’s own as content', '1.2.3.4'],
  ].map(([name, type]) => {
    const innerType = oid(type!)
    const attributesOf = (usual: readonly Buffer[]) => [attributes.contentType(innerType), ...usual.slice(1)]
    return [name!, 'refused:content-is-data', made({ innerType, version: 3, attributes: attributesOf })] as const
  }),
  [
    'a signature over something else entirely',
    'altered:message-digest',
    made({ content: Buffer.concat([content, Buffer.from(' ')]) }),
  ],
]

const order = 'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551'
const plus = (number: Buffer, hex: string): Buffer =>
  integer((BigInt(`0x${number.toString('hex')}`) + BigInt(`0x${hex}`)).toString(16))

export const numbers: Family = ({ made, byMallory, desk }) => {
  const refused = 'refused:ecdsa-numbers'
  const changed = (change: (r: Node, s: Node) => Buffer) =>
    made({
      signature: (own) => {
        const { children } = parse(own)
        return change(children[0]!, children[1]!)
      },
    })
  const unsignedForm = ({ content: old }: Node) => tlv(2, old[0] === 0 ? old.subarray(1) : old)
  return [
    ['r is zero', refused, changed((_, s) => seq(integer(0), s.whole))],
    ['s is zero', refused, changed((r) => seq(r.whole, integer(0)))],
    ['both are zero', refused, changed(() => seq(integer(0), integer(0)))],
    ['both are one', 'altered:signature', changed(() => seq(integer(1), integer(1)))],
    ['r is the order', refused, changed((_, s) => seq(integer(order), s.whole))],
    ['s is the order', refused, changed((r) => seq(r.whole, integer(order)))],
    ['r and the order', refused, changed((r, s) => seq(plus(r.content, order), s.whole))],
    ['s and the order', refused, changed((r, s) => seq(r.whole, plus(s.content, order)))],
    ['r of forty bytes', refused, changed((_, s) => seq(tlv(2, Buffer.alloc(40, 1)), s.whole))],
    ['s of a thousand bytes', refused, changed((r) => seq(r.whole, tlv(2, Buffer.alloc(1000, 1))))],
    ['r below zero', refused, negative(made, unsignedForm)],
    ['r with a zero before it', refused, changed((r, s) => seq(tlv(2, Buffer.from([0]), r.content), s.whole))],
    ['s with zeros before it', refused, changed((r, s) => seq(r.whole, tlv(2, Buffer.alloc(2), s.content)))],
    ['a third number', refused, changed((r, s) => seq(r.whole, s.whole, integer(1)))],
    ['nothing as third', refused, changed((r, s) => seq(r.whole, s.whole, nothing))],
    ['one number', refused, changed((r) => seq(r.whole))],
    ['a zero behind', refused, made({ signature: (own) => Buffer.concat([own, Buffer.alloc(1)]) })],
    ['a word behind', refused, made({ signature: (own) => Buffer.concat([own, Buffer.from('hello')]) })],
    ['a length in two octets', refused, made({ signature: (own) => ber.long(parse(own)) })],
    ['a length left open', refused, made({ signature: (own) => ber.open(parse(own)) })],
    ['side by side, not in a sequence', refused, changed((r, s) => Buffer.concat([fixed(r), fixed(s)]))],
    ['a set', refused, changed((r, s) => set(r.whole, s.whole))],
    ['texts', refused, changed((r, s) => seq(octets(r.content), octets(s.content)))],
    ['no bytes', refused, made({ signature: () => Buffer.alloc(0) })],
    ['exchanged', 'altered:signature', changed((r, s) => seq(s.whole, r.whole))],
    ['of another file', 'altered:signature', made({ signedBytes: Buffer.from('other') })],
    ['a stranger’s', 'altered:signature', made({ signedWith: makeHand('mallory').key })],
    ['a stranger’s in his own name', 'ours', byMallory()],
    [
      'the desk’s certificate with bits of a stranger’s file',
      'refused:names-one-certificate',
      rewrite(byMallory(), [1, 0, 3, 0], () => desk.certificate),
    ],
  ]
}

const fixed = ({ content }: Node): Buffer => {
  const short = content[0] === 0 ? content.subarray(1) : content
  return Buffer.concat([Buffer.alloc(32 - short.length), short])
}

/** A signature whose r has its highest bit set, without the zero that keeps it positive: tried until there is one. */
function negative(
  made: (recipe: { signature: (own: Buffer) => Buffer }) => Buffer,
  unsignedForm: (node: Node) => Buffer,
): Buffer {
  const seen = { isHigh: false }
  for (;;) {
    const p7s = made({
      signature: (own) => {
        const [r, s] = parse(own).children
        seen.isHigh = r!.content[0] === 0
        return seq(unsignedForm(r!), s!.whole)
      },
    })
    if (seen.isHigh) return p7s
  }
}
