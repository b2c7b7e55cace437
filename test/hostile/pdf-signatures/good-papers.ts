/** Papers of ours as they should be. */
import { signPdf } from '@shared/publishing/signing/sign-pdf'
import { attacksOf } from './attack'
import { options, picture, placeAt, strokes, type Bytes, type PaperWorld } from './paper-world'

async function chain(world: PaperWorld): Promise<Bytes> {
  let file = world.once
  for (const index of [3, 0, 6, 1, 5, 2, 4]) {
    const place = placeAt(world.places, index)
    const handwriting = index === 6 ? picture() : strokes
    file = await signPdf(file, world.expert, { ...options, fieldName: place.field, place, handwriting })
  }
  return signPdf(file, world.desk, { ...options, fieldName: 'division-closing' })
}

export const goodPapers = attacksOf('papers of ours', [
  ['not signed', ({ base }) => base, 'not-signed'],
  ['signed by a desk', ({ once }) => once, 'intact'],
  ['signed by an expert as well', ({ twice }) => twice, 'intact'],
  ['signed by a desk, seven experts and the desk', chain, 'intact'],
  [
    'signed in a cell without a hand',
    async (world) => signPdf(world.once, world.expert, { ...options, fieldName: 'e', place: placeAt(world.places, 2) }),
    'intact',
  ],
  [
    'signed with a place',
    async (world) => signPdf(world.base, world.desk, { ...options, fieldName: 'e', location: '成都' }),
    'intact',
  ],
])
