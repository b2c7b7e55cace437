/** What is signed: originals carried inside, attributes missing, doubled or at odds, more signers than one. */
import type { Family } from './cases'
import { algorithms, attributes, forge, signerInfo } from './forge'
import { at, bits, integer, nothing, octets, oid, seq, set, sorted, time, tlv } from './tlv'

export const embedded: Family = ({ made, content, otherContent, byMallory }) => [
  ['another original', 'refused:detached', made({ content: otherContent, embedded: otherContent })],
  ['the same original', 'refused:detached', made({ embedded: content })],
  ['nothing', 'refused:detached', made({ embedded: Buffer.alloc(0) })],
  ['the file beside it, signed over another', 'refused:detached', made({ content: otherContent, embedded: content })],
  ['a stranger’s original', 'refused:detached', byMallory({ embedded: otherContent })],
]

export const signers: Family = ({ made, mallory, content, otherContent }) => {
  const stranger = signerInfo({ content, hand: mallory })
  return [
    ['twice the same', 'refused:one-signer', made({ moreSigners: (own) => [own, own] })],
    ['the desk before a stranger', 'refused:one-signer', made({ moreSigners: (own) => [own, stranger] })],
    ['a stranger before the desk', 'refused:one-signer', made({ moreSigners: (own) => [stranger, own] })],
    [
      'a stranger before the desk, both certificates',
      'refused:one-signer',
      made({
        moreSigners: (own) => [stranger, own],
        certificateSet: tlv(0xa0, mallory.certificate, certificateIn(made())),
      }),
    ],
    [
      'the desk over another file behind a stranger',
      'refused:one-signer',
      made({ content: otherContent, moreSigners: (own) => [stranger, own] }),
    ],
    ['none', 'refused:one-signer', made({ moreSigners: () => [] })],
  ]
}

const certificateIn = (p7s: Buffer): Buffer => at(p7s, [1, 0, 3, 0]).whole

export const attributeCases: Family = ({ made, content, otherContent, desk, mallory }) => {
  const without = (index: number) => (usual: readonly Buffer[]) => usual.filter((_, position) => position !== index)
  const instead = (index: number, other: Buffer) => (usual: readonly Buffer[]) =>
    usual.map((one, position) => (position === index ? other : one))
  const also = (other: Buffer) => (usual: readonly Buffer[]) => [...usual, other]
  const wrongDigest = attributes.digest(otherContent)
  const signedAttributes = set(
    ...sorted([
      attributes.contentType(),
      attributes.time(),
      attributes.digest(content),
      attributes.signingCertificate(desk.certificate),
    ]),
  )
  return [
    ['over another file', 'altered:message-digest', made({ content: otherContent })],
    ['no content type', 'refused:content-type', made({ attributes: without(0) })],
    ['no digest', 'refused:message-digest', made({ attributes: without(2) })],
    ['no signing certificate', 'other:signing-certificate-of-a-desk', made({ attributes: without(3) })],
    ['no time, as in a PDF', 'ours', made({ attributes: without(1) })],
    ['none of any kind', 'refused:content-type', made({ attributes: () => [] })],
    ['no room for any', 'refused:has-attributes', made({ noAttributes: true })],
    [
      'none, over the attributes of a genuine one',
      'refused:has-attributes',
      forge({ content: signedAttributes, hand: desk, noAttributes: true }),
      { content: signedAttributes, onlyDetached: true },
    ],
    ['two content types', 'refused:no-attribute-twice', made({ attributes: also(attributes.contentType()) })],
    ['two digests', 'refused:no-attribute-twice', made({ attributes: also(wrongDigest) })],
    ['two times', 'refused:no-attribute-twice', made({ attributes: also(attributes.time('261121090000Z')) })],
    [
      'two signing certificates',
      'refused:no-attribute-twice',
      made({ attributes: also(attributes.signingCertificate(mallory.certificate)) }),
    ],
    [
      'a content type of another kind',
      'refused:content-type',
      made({ attributes: instead(0, attributes.contentType(oid('1.2.840.113549.1.7.2'))) }),
    ],
    [
      'two values of the content type',
      'refused:one-value-each',
      made({
        attributes: instead(0, attributes.contentType(oid('1.2.840.113549.1.7.1'), oid('1.2.840.113549.1.7.2'))),
      }),
    ],
    [
      'two values of the digest',
      'refused:one-value-each',
      made({ attributes: instead(2, attributes.digests(octets(Buffer.alloc(32)), octets(Buffer.alloc(32, 1)))) }),
    ],
    [
      'no value of the content type',
      'refused:one-value-each',
      made({ attributes: instead(0, seq(oid('1.2.840.113549.1.9.3'), set())) }),
    ],
    ['the digest of another file', 'altered:message-digest', made({ attributes: instead(2, wrongDigest) })],
    [
      'a shorter digest',
      'altered:message-digest',
      made({ attributes: instead(2, attributes.digests(octets(Buffer.alloc(20)))) }),
    ],
    [
      'a digest that is a number',
      'refused:message-digest',
      made({ attributes: instead(2, attributes.digests(integer(5))) }),
    ],
    [
      'another’s signing certificate',
      'altered:signing-certificate',
      made({ attributes: instead(3, attributes.signingCertificate(mallory.certificate)) }),
    ],
    [
      'a signing certificate without a hash',
      'refused:signing-certificate',
      made({ attributes: instead(3, seq(oid('1.2.840.113549.1.9.16.2.47'), set(seq(seq(seq()))))) }),
    ],
    [
      'a hash of the signing certificate of a broken kind',
      'refused:signing-certificate',
      made({
        attributes: instead(
          3,
          seq(oid('1.2.840.113549.1.9.16.2.47'), set(seq(seq(seq(algorithms.sha1, octets(Buffer.alloc(20))))))),
        ),
      }),
    ],
    [
      'a day that does not exist',
      'refused:signing-time',
      made({ attributes: instead(1, attributes.time('260231090000Z')) }),
    ],
    [
      'an hour that does not exist',
      'refused:signing-time',
      made({ attributes: instead(1, attributes.time('261120250000Z')) }),
    ],
    [
      'a time that is a text',
      'refused:signing-time',
      made({ attributes: instead(1, seq(oid('1.2.840.113549.1.9.5'), set(tlv(12, Buffer.from('261120090000Z'))))) }),
    ],
    ['a time without seconds', 'refused:der-time', made({ attributes: instead(1, attributes.time('2611200900Z')) })],
    [
      'a time of another zone',
      'refused:der-time',
      made({ attributes: instead(1, seq(oid('1.2.840.113549.1.9.5'), set(time('2611200900+0800')))) }),
    ],
    [
      'before the certificate',
      'other:within-validity',
      made({ attributes: instead(1, attributes.time('251231235959Z')) }),
    ],
    [
      'after the certificate',
      'other:within-validity',
      made({ attributes: instead(1, attributes.time('360101000001Z')) }),
    ],
    ['a century early', 'other:within-validity', made({ attributes: instead(1, attributes.time('19261120090000Z')) })],
    [
      'out of order',
      'refused:attributes-in-order',
      made({ attributes: (usual) => [...usual].reverse(), inOrder: false }),
    ],
    [
      'the digest first',
      'refused:attributes-in-order',
      made({ attributes: (usual) => [usual[2]!, usual[0]!, usual[1]!, usual[3]!], inOrder: false }),
    ],
    [
      'the last two exchanged',
      'refused:attributes-in-order',
      made({ attributes: (usual) => [usual[0]!, usual[1]!, usual[3]!, usual[2]!], inOrder: false }),
    ],
    ['one more that is signed', 'other:attributes-of-a-desk', made({ attributes: also(attributes.foreign) })],
    [
      'one more, with bits that should be zero',
      'refused:der-bit-string',
      made({ attributes: also(seq(oid('1.2.3.4'), set(bits(Buffer.from([0xff]), 3)))) }),
    ],
    ['a place of signing', 'other:attributes-of-a-desk', made({ attributes: also(attributes.location) })],
  ]
}

export const unsignedAttributes: Family = ({ made, mallory, content }) => [
  [
    'a time stamp that is none',
    'other:no-unsigned-attributes',
    made({ unsigned: [seq(oid('1.2.840.113549.1.9.16.2.14'), set(nothing))] }),
  ],
  [
    'a countersignature',
    'other:no-unsigned-attributes',
    made({ unsigned: [seq(oid('1.2.840.113549.1.9.6'), set(signerInfo({ content, hand: mallory })))] }),
  ],
  ['a second digest', 'refused:signed-where-signed', made({ unsigned: [attributes.digest(Buffer.from('x'))] })],
  ['a time', 'refused:signed-where-signed', made({ unsigned: [attributes.time('300101000000Z')] })],
  ['a type of content', 'refused:signed-where-signed', made({ unsigned: [attributes.contentType()] })],
  [
    'another’s certificate',
    'refused:signed-where-signed',
    made({ unsigned: [attributes.signingCertificate(mallory.certificate)] }),
  ],
  ['room for some, and none', 'other:no-unsigned-attributes', made({ unsigned: [] })],
]
