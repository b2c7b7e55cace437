/** Whose signature it is: certificates in the wrong place, doubled, borrowed, or made to look like another's. */
import type { Family } from './cases'
import { algorithms, attributes, deskName, forge, issuerAndSerial, makeHand, publicKeyOf, type Hand } from './forge'
import { integer, nothing, octets, oid, rewrite, seq, set, tlv, utf8, bits } from './tlv'

const naming =
  (...hands: readonly Hand[]) =>
  (usual: readonly Buffer[]): readonly Buffer[] => [
    ...usual.slice(0, 3),
    attributes.signingCertificate(...hands.map(({ certificate }) => certificate)),
  ]

export const wrongFirst: Family = ({ desk, mallory, twin, byMallory, made, content }) => {
  const byTwin = (...certificates: readonly Buffer[]) => forge({ content, hand: twin, certificates })
  const both = [desk.certificate, mallory.certificate]
  return [
    [
      'the desk first, both in the attribute',
      'other:one-certificate+signing-certificate-of-a-desk',
      byMallory({ certificates: both, attributes: naming(mallory, desk) }),
    ],
    ['the desk first, the stranger in the attribute', 'other:one-certificate', byMallory({ certificates: both })],
    [
      'the desk first, the desk in the attribute',
      'altered:signing-certificate',
      byMallory({ certificates: both, attributes: naming(desk, mallory) }),
    ],
    ['the desk named, a stranger’s key', 'altered:signature', made({ signedWith: mallory.key })],
    ['the desk named, both there', 'altered:signature', made({ signedWith: mallory.key, certificates: both })],
    ['the desk named, the stranger there', 'refused:names-one-certificate', byMallory({ sid: issuerAndSerial(desk) })],
    [
      'a twin of name and serial behind the desk',
      'refused:names-one-certificate',
      byTwin(desk.certificate, twin.certificate),
    ],
    [
      'a twin of name and serial before the desk',
      'refused:names-one-certificate',
      byTwin(twin.certificate, desk.certificate),
    ],
    ['a twin of name and serial alone', 'ours', byTwin(twin.certificate)],
    ['no certificate', 'refused:names-one-certificate', made({ certificates: [] })],
    ['no room for certificates', 'refused:names-one-certificate', made({ certificateSet: Buffer.alloc(0) })],
    [
      'a serial that no certificate has',
      'refused:names-one-certificate',
      made({ sid: seq(desk.issuer, integer('0badcafe')) }),
    ],
    [
      'an issuer that no certificate has',
      'refused:names-one-certificate',
      made({ sid: seq(deskName('别处（示例）', '别人（示例）'), desk.serial) }),
    ],
  ]
}

export const extraCertificates: Family = ({ desk, mallory, made }) => {
  const rsa = makeHand('根（示例）', { rsaBits: 2048, algorithm: algorithms.rsaSha256, serial: integer(9) })
  return [
    ['another desk’s behind', 'other:one-certificate', made({ certificates: [desk.certificate, mallory.certificate] })],
    ['another desk’s before', 'other:one-certificate', made({ certificates: [mallory.certificate, desk.certificate] })],
    ['an authority’s', 'other:one-certificate', made({ certificates: [desk.certificate, rsa.certificate] })],
    ['the same twice', 'refused:names-one-certificate', made({ certificates: [desk.certificate, desk.certificate] })],
    [
      'an attribute certificate',
      'other:one-certificate',
      made({ certificates: [desk.certificate, tlv(0xa2, seq(integer(1)))], version: 4 }),
    ],
    ['something that is none', 'refused:shape', made({ certificates: [desk.certificate, seq(integer(1))] })],
    ['a list of revocations', 'other:no-revocations', made({ revocations: tlv(0xa1) })],
  ]
}

export const keyIdentifiers: Family = ({ desk, mallory, made, byMallory }) => {
  const naming3 = (identifier: Buffer) => ({ sid: tlv(0x80, identifier), signerVersion: 3, version: 3 })
  return [
    ['the key’s own', 'other:issuer-and-serial', made(naming3(desk.keyIdentifier))],
    ['one that nobody has', 'refused:names-one-certificate', made(naming3(Buffer.alloc(20, 7)))],
    [
      'the desk’s, by a stranger, both there',
      'altered:signature',
      made({
        ...naming3(desk.keyIdentifier),
        signedWith: mallory.key,
        certificates: [desk.certificate, mallory.certificate],
      }),
    ],
    ['the desk’s, the stranger there', 'refused:names-one-certificate', byMallory(naming3(desk.keyIdentifier))],
    [
      'the desk’s, carried by a stranger’s certificate too',
      'refused:names-one-certificate',
      (() => {
        const thief = makeHand('mallory', {
          serial: integer(77),
          extensions: (own) => [...own.slice(0, 2), seq(oid('2.5.29.14'), octets(octets(desk.keyIdentifier)))],
        })
        return byMallory({
          hand: thief,
          certificates: [desk.certificate, thief.certificate],
          ...naming3(desk.keyIdentifier),
        })
      })(),
    ],
    [
      'in the version of the other way',
      'refused:signer-version',
      made({ sid: tlv(0x80, desk.keyIdentifier), signerVersion: 1, version: 1 }),
    ],
  ]
}

/** Certificates that are not what they say. */
export const certificates: Family = ({ desk, mallory, content }) => {
  const by = (hand: Hand, more: Partial<Parameters<typeof forge>[0]> = {}) => forge({ content, hand, ...more })
  const name = '政策法规处（示例）'
  const renewed = makeHand(name, { key: desk.key, notAfter: '370101000000Z' })
  const p384 = { curve: 'P-384', algorithm: algorithms.ecdsaSha384, digest: 'sha384' } as const
  const sha384 = {
    digest: 'sha384',
    digestAlgorithm: algorithms.sha384,
    signatureAlgorithm: algorithms.ecdsaSha384,
  } as const
  const explicitCurve = rewrite(publicKeyOf(desk.key), [0, 1], () => seq(integer(1)))
  const rsa = { algorithm: algorithms.rsaSha256 }
  return [
    ['signed by another key', 'refused:certificate-signed-by-itself', by(makeHand(name, { signedBy: mallory.key }))],
    [
      'with a number too much in its signature',
      'refused:certificate-signed-by-itself',
      by(makeHand(name, { signature: (own) => rewrite(own, [], ({ content: two }) => seq(two, integer(1))) })),
    ],
    [
      'with a signature that is none',
      'refused:certificate-signed-by-itself',
      by(makeHand(name, { signature: () => seq(integer(0), integer(0)) })),
    ],
    [
      'the same key in a renewed certificate, the attribute naming the old one',
      'altered:signing-certificate',
      by(renewed, { attributes: naming(desk) }),
    ],
    [
      'issued by another',
      'other:certificate-of-a-desk',
      by(makeHand(name, { issuer: mallory.issuer, signedBy: mallory.key })),
    ],
    ['of another curve', 'other:digest-of-a-desk+certificate-of-a-desk', by(makeHand(name, p384), sha384)],
    [
      'of RSA',
      'other:certificate-of-a-desk',
      by(makeHand(name, { rsaBits: 2048, ...rsa }), { signatureAlgorithm: algorithms.rsaSha256 }),
    ],
    [
      'of RSA, the digest not named with the signature',
      'other:certificate-of-a-desk',
      by(makeHand(name, { rsaBits: 2048, ...rsa }), { signatureAlgorithm: algorithms.rsa }),
    ],
    [
      'of RSA with 1024 bits',
      'refused:weak-algorithm',
      by(makeHand(name, { rsaBits: 1024, ...rsa }), { signatureAlgorithm: algorithms.rsaSha256 }),
    ],
    ['of RSA, signed as if by a curve', 'refused:unknown-algorithm', by(makeHand(name, { rsaBits: 2048, ...rsa }))],
    [
      'of a curve written out in numbers',
      'refused:unknown-algorithm',
      by(makeHand(name, { key: desk.key, publicKey: explicitCurve })),
    ],
    ['of an older version', 'other:certificate-of-a-desk', by(makeHand(name, { version: 1 }))],
    [
      'with a fourth extension',
      'other:certificate-of-a-desk',
      by(makeHand(name, { extensions: (own) => [...own, seq(oid('2.5.29.32'), octets(seq()))] })),
    ],
    [
      'without extensions for its use',
      'other:certificate-of-a-desk',
      by(makeHand(name, { extensions: (own) => own.slice(2) })),
    ],
    [
      'with three names',
      'other:certificate-of-a-desk',
      by(
        makeHand(name, {
          subject: seq(
            set(seq(oid('2.5.4.10'), utf8('示例'))),
            set(seq(oid('2.5.4.3'), utf8(name))),
            set(seq(oid('2.5.4.3'), utf8('mallory'))),
          ),
        }),
      ),
    ],
    [
      'with true written as 1',
      'refused:der-boolean',
      by(
        makeHand(name, {
          extensions: ([first, ...rest]) => [rewrite(first!, [1], () => tlv(1, Buffer.from([1]))), ...rest],
        }),
      ),
    ],
    [
      'with a name that is no text',
      'refused:der-text',
      by(
        makeHand(name, {
          subject: seq(
            set(seq(oid('2.5.4.10'), utf8('示例'))),
            set(seq(oid('2.5.4.3'), tlv(12, Buffer.from([0xc3, 0x28])))),
          ),
        }),
      ),
    ],
    [
      'with bits of its signature left out',
      'refused:shape',
      by({
        ...desk,
        certificate: rewrite(desk.certificate, [2], ({ content: old }) =>
          bits(Buffer.concat([old.subarray(1), Buffer.alloc(1)]), 8 - 1),
        ),
      }),
    ],
    [
      'with parameters that are no nothing',
      'refused:der-null',
      by(makeHand(name, { algorithm: seq(oid('1.2.840.10045.4.3.2'), tlv(5, Buffer.alloc(1))) })),
    ],
    [
      'with nothing as parameters',
      'other:certificate-of-a-desk',
      by(makeHand(name, { algorithm: seq(oid('1.2.840.10045.4.3.2'), nothing) })),
    ],
  ]
}
