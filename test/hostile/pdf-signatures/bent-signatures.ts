/** A further signature by anybody's own key, whose save does a little more than a signature may. */
import { deflateSync, inflateSync } from 'node:zlib'
import { signPdf, type SignPdfOptions } from '@shared/publishing/signing/sign-pdf'
import { attacksOf, type Attack } from './attack'
import { append, bentSignature, bodyOf, edit, resign, rewriteLast, type Objects } from './bend'
import { options, picture, placeAt, strokes, type PaperWorld } from './paper-world'

/** Numbers that the further signature on `once` gives to its objects. */
const numbers = { catalog: 2, page: 7, form: 48, signature: 51, appearance: 52, widget: 53 }

const seen = (world: PaperWorld): SignPdfOptions => ({
  ...options,
  fieldName: 'expert-2',
  place: placeAt(world.places, 1),
  handwriting: strokes,
})

const bent =
  (change: (objects: Objects) => void, tail?: (tail: string) => string): Attack['make'] =>
  async (world) =>
    bentSignature(await signPdf(world.once, world.attacker, seen(world)), world.attacker, change, tail)

/** The signature is as it should be but for what it was asked for. */
const asked =
  (more: (world: PaperWorld) => Partial<SignPdfOptions>): Attack['make'] =>
  async (world) =>
    signPdf(world.twice, world.attacker, { ...seen(world), ...more(world) })

const drawn =
  (content: string) =>
  (objects: Objects): void => {
    const old = objects.get(numbers.appearance)
    objects.set(numbers.appearance, { text: old?.text ?? '', data: deflateSync(Buffer.from(content, 'latin1')) })
  }
const end = (more: string) => (text: string) => text.replace(/>>$/, `${more}\n>>`)
const hiddenStream = {
  text: '<<\n/Filter /FlateDecode\n/Length 0\n>>',
  data: deflateSync('0 0 0 rg 60 60 480 700 re f'),
}

export const bentSignatureAttacks = attacksOf('further signatures that do more', [
  ['writes the content of a page as well', bent((objects) => objects.set(8, hiddenStream))],
  ['brings an object that nothing names', bent((objects) => objects.set(60, hiddenStream))],
  ['gives the catalogue a script', bent(edit(numbers.catalog, end('/OpenAction << /S /JavaScript /JS (x) >>')))],
  [
    'names other pages in the catalogue',
    bent(edit(numbers.catalog, (text) => text.replace('/Lang (zh-CN)', '/Lang (en)'))),
  ],
  [
    'shows another content on the page',
    bent(edit(numbers.page, (text) => text.replace('/Contents 8 0 R', '/Contents 6 0 R'))),
  ],
  ['turns the page', bent(edit(numbers.page, end('/Rotate 180')))],
  ['adds XFA to the form', bent(edit(numbers.form, end('/XFA (x)')))],
  ['takes the earlier field out of the form', bent(edit(numbers.form, (text) => text.replace('50 0 R ', '')))],
  ['names a lock in the signature', bent(edit(numbers.signature, end('/Reference [ ]')))],
  [
    'says another kind of signature',
    bent(edit(numbers.signature, (text) => text.replace('ETSI.CAdES.detached', 'adbe.pkcs7.detached'))),
  ],
  ['gives the field an action', bent(edit(numbers.widget, end('/A << /S /URI /URI (http://127.0.0.1:9/) >>')))],
  ['lets the field be hidden', bent(edit(numbers.widget, (text) => text.replace('/F 132', '/F 2')))],
  [
    'shows its picture larger than it is',
    bent(edit(numbers.appearance, (text) => text.replace(/\/BBox \[ 0 0 [\d.]+/, '/BBox [ 0 0 20'))),
  ],
  [
    'moves its picture',
    bent(edit(numbers.appearance, (text) => text.replace('/BBox', '/Matrix [ 9 0 0 9 0 0 ]\n/BBox'))),
  ],
  ['writes words for a hand', bent(drawn('BT /F1 12 Tf (x) Tj ET'))],
  ['fills its cell with black', bent(drawn('0 0 0 rg 0 0 111 37 re f'))],
  [
    'lets its table leave out the page',
    bent(
      () => undefined,
      (tail) => tail.replace(/\n7 1\n\d{10} 00000 n /, ''),
    ),
  ],
  [
    'lets its table free the content of a page',
    bent(
      () => undefined,
      (tail) => tail.replace('\n7 1\n', '\n4 1\n0000000000 00001 f \n7 1\n'),
    ),
  ],
  ['lets its table place the page within its own picture', inPicture()],
  [
    'leads past the earlier save',
    bent(
      () => undefined,
      (tail) => tail.replace(/\/Prev (\d+)/, '/Prev 7'),
    ),
  ],
  [
    'covers the text of the page',
    asked((world) => ({ place: { page: 1, rect: { ...placeAt(world.places, 1).rect, y: 100 } } })),
  ],
  ['covers the whole page', asked(() => ({ place: { page: 3, rect: { x: 0, y: 0, width: 595, height: 841 } } }))],
  [
    'stands over two cells',
    asked((world) => ({ place: { page: 3, rect: { ...placeAt(world.places, 1).rect, height: 82 } } })),
  ],
  ['covers an earlier signature', asked((world) => ({ place: placeAt(world.places, 0) }))],
  [
    'has the name of an earlier field',
    async (world) =>
      bentSignature(await signPdf(world.once, world.attacker, seen(world)), world.attacker, (objects) =>
        renamed(objects, world),
      ),
  ],
  [
    'has the name of an earlier field, spelt otherwise',
    async (world) =>
      bentSignature(await signPdf(world.once, world.attacker, seen(world)), world.attacker, (objects) =>
        respelt(objects, world),
      ),
  ],
  [
    'covers a bar that begins beside its cell',
    covering(({ left, bottom }) => `0 0 0 rg ${left - 40} ${bottom + 5} 80 9 re f`),
  ],
  [
    'covers a stroke that begins and ends beside its cell',
    covering(
      ({ left, bottom }) => `q 0 0 0 RG 1.2 w 1 J 1 j ${left - 40} ${bottom + 5} m ${left + 150} ${bottom + 9} l S Q`,
    ),
  ],
  [
    'covers words that begin left of its cell and run into it',
    covering(({ left, bottom }) => words({ x: left - 40, y: bottom + 5, size: 16, shown: '<00010002000300040005>' })),
  ],
  [
    'covers words that the pen was moved into its cell for',
    covering(({ left, bottom }) => words({ x: left - 40, y: bottom + 5, size: 16, shown: '<0001>-4000<0002>' })),
  ],
  [
    'covers words that begin right of its cell and run back into it',
    covering(({ left, bottom }) => words({ x: left + 150, y: bottom + 5, size: 16, shown: '<0001>9000<0002>' })),
  ],
  [
    'covers large words that stand below its cell',
    covering(({ left, bottom }) => words({ x: left + 10, y: bottom - 9, size: 40, shown: '<00010002>' })),
  ],
  [
    'covers words that climb into its cell',
    covering(({ left, bottom }) =>
      words({ x: left + 30, y: bottom - 40, size: 16, shown: '<00010002000300040005>', turn: '0 1 -1 0' }),
    ),
  ],
  [
    'is made by another hand than ours, over the whole file',
    async (world) => {
      const empty = `/Contents <${'0'.repeat(16384)}>`
      const file = append(world.once, {
        objects: [
          [48, bodyOf(world.once, 48).replace(' ]', ' 61 0 R ]')],
          [60, `<<\n/Type /Sig\n/ByteRange [0 9999999999 9999999999 9999999999]\n${empty}\n>>`],
          [61, '<< /Type /Annot /Subtype /Widget /FT /Sig /T (x) /V 60 0 R /P 3 0 R /Rect [ 0 0 0 0 ] >>'],
        ],
      })
      return resign(file, world.attacker)
    },
  ],
  [
    'is followed by an empty save of the same hand',
    async (world) => append(await signPdf(world.once, world.attacker, seen(world)), { objects: [] }),
  ],
  [
    'has a picture of other measures than it says',
    async (world) =>
      bentSignature(
        await signPdf(world.once, world.attacker, { ...seen(world), handwriting: picture() }),
        world.attacker,
        edit(52, (text) => text.replace(/\/Width \d+/, '/Width 7')),
      ),
  ],
  [
    'has a picture that covers more than it should',
    async (world) =>
      bentSignature(
        await signPdf(world.once, world.attacker, { ...seen(world), handwriting: picture() }),
        world.attacker,
        edit(52, (text) => text.replace('/DeviceRGB', '/DeviceRGB\n/Decode [ 1 0 1 0 1 0 ]')),
      ),
  ],
])

type Words = { x: number; y: number; size: number; shown: string; turn?: string }
const words = ({ x, y, size, shown, turn = '1 0 0 1' }: Words): string =>
  `BT 0 0 0 rg /fang ${size} Tf ${turn} ${x} ${y} Tm [${shown}] TJ ET`

/** A paper on whose last page a stranger drew this before the desk signed; then that stranger signs over it. */
function covering(drawn: (cell: { left: number; bottom: number }) => string): Attack['make'] {
  return async (world) => {
    const sample = Buffer.from(await signPdf(world.once, world.attacker, seen(world))).toString('latin1')
    const [left = 0, bottom = 0] = (/\/Rect \[ ([\d.]+) ([\d.]+) /.exec(sample.slice(world.once.length)) ?? [])
      .slice(1)
      .map(Number)
    const line = drawn({ left: Math.round(left), bottom: Math.round(bottom) })
    const base = rewriteLast(world.base, (objects) => {
      const content = objects.get(8)
      const text = inflateSync(content?.data ?? new Uint8Array()).toString('latin1')
      objects.set(8, { text: content?.text ?? '', data: deflateSync(Buffer.from(`${text}\n${line}\n`, 'latin1')) })
    })
    const once = await signPdf(base, world.desk, { ...options, fieldName: 'desk-1' })
    return signPdf(once, world.attacker, { ...seen(world), handwriting: picture() })
  }
}

/** The name of an earlier field, as UTF-8: as written it is another. */
function respelt(objects: Objects, world: PaperWorld): void {
  renamed(objects, world)
  edit(numbers.widget, (text) =>
    text.replace(/\/T <FEFF([0-9A-F]*)>/, (_, digits: string) => `/T <EFBBBF${digits.replaceAll(/00(..)/g, '$1')}>`),
  )(objects)
}

function renamed(objects: Objects, world: PaperWorld): void {
  const earlier = /\/T (<[0-9A-F]*>)\n\/V 49 0 R/.exec(Buffer.from(world.once).toString('latin1'))?.[1] ?? ''
  edit(numbers.widget, (text) => text.replace(/\/T <[0-9A-F]*>/, `/T ${earlier}`))(objects)
}

/** Another page stands, unpacked, within the picture of the handwriting; the table names it. */
function inPicture(): Attack['make'] {
  return async (world) => {
    const signed = await signPdf(world.once, world.attacker, { ...seen(world), handwriting: picture() })
    const page = `7 0 obj\n<< /Type /Page /Parent 1 0 R /MediaBox [ 0 0 596 842 ] >>\nendobj\n`
    const withPage = (objects: Objects): void => {
      const image = objects.get(52)
      const pixels = Buffer.alloc(600 * 200 * 3, 255)
      pixels.write(page, 3000, 'latin1')
      objects.set(52, { text: image?.text ?? '', data: deflateSync(pixels, { level: 0 }) })
    }
    const placed =
      (bytes: Uint8Array) =>
      (tail: string): string =>
        tail.replace(/\n7 1\n\d{10}/, `\n7 1\n${String(Buffer.from(bytes).lastIndexOf(page)).padStart(10, '0')}`)
    const first = await bentSignature(signed, world.attacker, withPage)
    return bentSignature(first, world.attacker, () => undefined, placed(first))
  }
}
