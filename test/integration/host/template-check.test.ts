import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digestOf } from '@host/files/durable-file'
import { startingLetter } from '@shared/publishing/templates/starting-letter'
import { packageCases } from '../../hostile/attachments/package-cases'
import { createDesk, failure, hashTree, removeTemporaryFolders, succeeded, type Desk } from './desk-fixture'

const documentKind = 'filing-receipt'
const receipt = () =>
  startingLetter({ title: '备案回执', body: ['示例：{{联盟名称}}已备案（{{备案编号}}，{{备案日期}}）。'] })

let desk: Desk
beforeAll(async () => {
  desk = await createDesk('division', '示例处室')
})
afterAll(async () => {
  await desk.host.close()
  await removeTemporaryFolders()
})

describe('a Word file that is handed in for the words of a letter', () => {
  const refused = packageCases.flatMap(({ name, make, expected }) =>
    'refused' in expected ? [[name, make, expected.refused] as const] : [],
  )

  it.each(refused)('is refused by name if it %s', async (_, make, kind) => {
    const bytes = new Uint8Array(await make())
    const before = await hashTree(desk.root)
    const { problems, words, file: kept } = succeeded(await desk.call('template:check', { documentKind, bytes }))
    expect(problems).toMatchObject([{ kind: 'refused', finding: { kind } }])
    expect([words, kept]).toEqual([null, null])
    expect(await hashTree(desk.root)).toEqual(before)
  })

  it('is taken if it is an ordinary one', async () => {
    const bytes = new Uint8Array(await receipt())
    const { problems, words, file } = succeeded(await desk.call('template:check', { documentKind, bytes }))
    expect(problems).toEqual([])
    expect(words?.title).toBe('备案回执')
    expect(file).toEqual(digestOf(bytes))
  })

  it('is not unfolded either where it lies among the attachments already', async () => {
    const bomb = refused.find(([, , kind]) => kind === 'bomb')!
    const { sha256 } = succeeded(await desk.call('attachment:put', { bytes: new Uint8Array(await bomb[1]()) }))
    for (const call of [
      desk.call('template:start', { documentKind, sha256 }),
      desk.call('template:fill', { documentKind, sha256, values: {} }),
    ]) {
      expect(failure(await call).code).toBe('template.unfit')
    }
  })
})
