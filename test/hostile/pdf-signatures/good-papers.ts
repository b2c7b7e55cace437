/** Papers of ours as they should be. */
import { signPdf } from '@shared/publishing/signing/sign-pdf'
import { attacksOf } from './attack'
import { signedChain } from './chain-attacks'
import { options, placeAt } from './paper-world'

export const goodPapers = attacksOf('papers of ours', [
  ['not signed', ({ base }) => base, 'not-signed'],
  ['signed by a desk', ({ once }) => once, 'intact'],
  ['signed by an expert as well', ({ twice }) => twice, 'intact'],
  ['signed by a desk, seven experts and the desk', async (world) => (await signedChain(world)).file, 'intact'],
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
