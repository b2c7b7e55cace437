// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, configure, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DocumentModel } from '@shared/documents/blocks'
import type { DossierFile } from '@shared/domain/dossier'
import type { Batch } from '@shared/domain/pilot'
import { Providers } from '@renderer/app/Providers'
import { append, closeDesk } from '@renderer/data/desk'
import { readPaperCode, withPaperCode } from '@shared/documents/paper-code'
import { verificationCode } from '@shared/documents/verification-code'
import { findDeskPapers } from '@renderer/data/paper-register'
import { PaperCode } from '@renderer/features/verify/PaperCode'
import { removeTemporaryFolders, type Desk } from '../../integration/host/desk-fixture'
import { openBatchDesk, sealPanelOpinion, today } from './batch-desk'

configure({ asyncUtilTimeout: 20_000 })

const file = (name: string) => ({ fileName: name, path: `/示例/${name}`, sha256: 'b'.repeat(64), size: 7 })
const opinionCode = '100P2M9Q'
const noticeCode = '7K2MAAAA'
/** A line of the register as an older desk wrote it, which names no document. */
const register = (
  documentKind: string,
  about: { readonly dossierId?: DossierFile['id']; readonly batchId?: Batch['id'] },
  files: readonly ReturnType<typeof file>[],
  code: string,
  codeHash = 'ab'.repeat(32),
) => append({ type: 'document.exported', payload: { documentKind, ...about, code, codeHash, files: [...files] } })
const findPapers = (code: string, day: typeof today) => findDeskPapers({ kind: 'code', code, hash: null }, day)

let desk: Desk
let dossier: DossierFile
let batch: Batch

beforeEach(async () => {
  const opened = await openBatchDesk()
  desk = opened.desk
  dossier = opened.file
  batch = opened.batch
  await register('panel-opinion', { dossierId: dossier.id }, [file('意见.pdf')], opinionCode)
  await register('notice', { batchId: batch.id }, [file('通知.pdf')], noticeCode)
})
afterEach(async () => {
  cleanup()
  closeDesk()
  await desk.host.close()
})
afterAll(removeTemporaryFolders)

describe('a code on paper', () => {
  it('is read as people type it and as a reader of QR codes enters it', () => {
    expect(readPaperCode('io op-2m9q')).toEqual({ code: '100P2M9Q', hash: null })
    const hash = '0802216125'.padEnd(64, 'a')
    const code = verificationCode(hash)
    expect(readPaperCode(`LIANSHEN:${code}:${hash.toUpperCase()}`)).toEqual({ code, hash })
    // The code is the beginning of the hash: this pair was made by nobody.
    expect(readPaperCode(`LIANSHEN:100P2M9Q:${'AB'.repeat(32)}`)).toBeUndefined()
    expect(readPaperCode('100P2M9')).toBeUndefined()
    expect(readPaperCode('UUUUUUUU')).toBeUndefined()
  })

  it('leads to the document, its version, its files and their hashes', async () => {
    render(
      <Providers>
        <PaperCode />
      </Providers>,
    )
    await userEvent.type(screen.getByLabelText('输入纸面上的 8 位校验码'), 'l0oP 2m9q{Enter}')
    const card = await screen.findByRole('region', { name: `专家组综合审核意见：${dossier.content.alliance.name}` })
    expect(card.textContent).toContain('登记在册，没有更新的版本')
    expect(card.textContent).toContain('第 1 版')
    expect(card.textContent).toContain(`意见.pdf · SHA-256 ${'b'.repeat(64)}`)
    await userEvent.clear(screen.getByLabelText('输入纸面上的 8 位校验码'))
    await userEvent.type(screen.getByLabelText('输入纸面上的 8 位校验码'), 'ZZZZ ZZZZ{Enter}')
    expect(await screen.findByText(/登记簿里没有 ZZZZ ZZZZ/u)).toBeDefined()
  })

  it('has the same code for the same content, whenever it was set', () => {
    const model = (createdAt: string, text: string): DocumentModel => ({
      id: 'opinion-1',
      kind: 'panel-opinion',
      title: '示例意见',
      subject: '示例',
      createdAt,
      layout: { kind: 'plain' },
      pageNumbers: true,
      blocks: [{ kind: 'paragraph', content: text }],
    })
    const early = withPaperCode(model('2026-11-22T01:00:00Z', '甲')).verification
    expect(withPaperCode(model('2026-11-23T09:30:00Z', '甲')).verification).toEqual(early)
    expect(withPaperCode({ ...model('2026-11-22T01:00:00Z', '甲'), verification: early }).verification).toEqual(early)
    expect(withPaperCode(model('2026-11-22T01:00:00Z', '乙')).verification).not.toEqual(early)
  })

  it('read with its whole hash leads to that very paper, and to no other that shares the code', async () => {
    const hash = `0${'1'.repeat(63)}`
    const other = `0${'1'.repeat(61)}22`
    const code = verificationCode(hash)
    const payload = (whole: string) => `LIANSHEN:${code}:${whole.toUpperCase()}`
    await register('annual-reminder', { dossierId: dossier.id }, [file('提醒.pdf')], code, hash)
    expect(await findDeskPapers({ kind: 'code', code, hash }, today)).toMatchObject([{ kind: 'other', later: [] }])
    expect(await findDeskPapers({ kind: 'code', code, hash: other }, today)).toEqual([])
    expect(await findDeskPapers({ kind: 'file', sha256: 'b'.repeat(64) }, today)).toHaveLength(3)
    render(
      <Providers>
        <PaperCode />
      </Providers>,
    )
    await userEvent.type(screen.getByLabelText('输入纸面上的 8 位校验码'), `${payload(other)}{Enter}`)
    expect(await screen.findByText(/完整校验码与登记的不同/u)).toBeDefined()
  })

  it('says that a later opinion, or a later dossier that nobody confirmed, took its place', async () => {
    expect(await findPapers(opinionCode, today)).toMatchObject([{ isSuperseded: false, later: [] }])
    await sealPanelOpinion(dossier, 2)
    expect(await findPapers(opinionCode, today)).toMatchObject([
      { isSuperseded: true, opinion: { version: 1 }, later: [{ kind: 'opinion', version: 2 }] },
    ])
  })

  it('on a notice tells the standing of its pilots, and of a later notice', async () => {
    const term = { batchId: batch.id, noticeNo: batch.notice.docNo, from: today, to: today, kind: 'first' as const }
    const status = { dossierId: dossier.id, action: 'publish', on: today, by: '示例' }
    await append(
      { type: 'batch.saved', payload: { ...batch, status: 'published' } },
      { type: 'pilot-term.set', payload: { dossierId: dossier.id, term } },
      { type: 'status.set', payload: { ...status, from: 'in-batch', to: 'piloting' } },
    )
    const [paper] = await findPapers(noticeCode, today)
    expect(paper).toMatchObject({ isSuperseded: false, pilots: [{ status: 'piloting', term: { to: today } }] })
    const [afterwards] = await findPapers(noticeCode, '2026-11-23' as typeof today)
    expect(afterwards).toMatchObject({ pilots: [{ status: 'expired' }] })
    await register('notice', { batchId: batch.id }, [file('通知2.pdf')], 'BBBB2222')
    expect(await findPapers(noticeCode, today)).toMatchObject([
      { isSuperseded: true, later: [{ kind: 'notice', code: 'BBBB2222' }] },
    ])
  })
})
