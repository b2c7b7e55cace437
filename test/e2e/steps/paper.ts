import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { expect } from '../fixtures/test'
import { hashOf } from './files'
import { shoot } from './pictures'

const run = promisify(execFile)

/**
 * In the open preview: exports, and holds the written PDF against the bytes that were shown.
 * @returns PDF, DOCX and .p7s
 */
export async function exportPaper(page: Page, name: string): Promise<readonly string[]> {
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('页码')).toHaveValue('1', { timeout: 60_000 })
  await expect(dialog.locator('canvas').first()).toBeVisible()
  const previewed = await dialog.getByTestId('preview-hash').innerText()
  await shoot(page, `preview-${name}`)
  await dialog.getByRole('button', { name: '导出 PDF 与 DOCX（带签名）' }).click()
  const written = dialog.getByRole('status').filter({ hasText: '已导出并回读核对：3 个文件' })
  await expect(written).toBeVisible()
  const paths = await written.locator('.path').allInnerTexts()
  expect(paths.map((path) => /\.\w+(?:\.p7s)?$/u.exec(path)?.[0])).toEqual(['.pdf', '.docx', '.docx.p7s'])
  expect(await hashOf(paths[0]!)).toBe(/[0-9a-f]{64}/u.exec(previewed)?.[0])
  await shoot(page, `written-${name}`)
  await dialog.locator('.ant-modal-footer').getByRole('button', { name: '关闭' }).click()
  await expect(dialog).toBeHidden()
  return paths
}

/** `lianshen verify` on every written file, as somebody else would; envelopes are their recipients' to open. */
export async function verifyAll(written: readonly string[]): Promise<void> {
  const paths = written.filter((path) => !path.endsWith('.age'))
  // No register is given, so nobody is known: whole papers end with 3.
  const { stdout, code } = await run(process.execPath, [
    resolve('scripts/lianshen.mjs'),
    'verify',
    '--json',
    ...paths,
  ]).then(
    (done) => ({ ...done, code: 0 }),
    (failed: unknown) => failed as { readonly stdout: string; readonly code: number },
  )
  expect(code).toBe(3)
  const { files } = JSON.parse(stdout) as { files: readonly { file: string; verdict: string }[] }
  const documents = paths.filter((path) => !path.endsWith('.p7s'))
  expect(files.map(({ file }) => file).toSorted()).toEqual(documents.toSorted())
  expect(files.filter(({ verdict }) => verdict !== 'intact')).toEqual([])
}
