import type { Page } from '@playwright/test'
import type { Expert } from '@shared/domain/panel'
import { zhEvidenceValues } from '@shared/messages/zh/evidence-values'
import { zhRules } from '@shared/messages/zh/rules'
import { expect } from '../fixtures/test'
import { pick } from './controls'
import { doAct } from './filing'
import { exportPaper } from './paper'
import { shoot } from './pictures'
import { cleanAlliance, sampleReview, verdictWords } from './samples'

/** 专家组综合审核意见 (Art. 12): beside the matrix, in the sample's words; sealed, previewed and exported. */
export async function writePanelOpinion(
  page: Page,
  { recused, dissenter, on }: { readonly recused: Expert; readonly dissenter: Expert; readonly on: string },
): Promise<readonly string[]> {
  const { items, problems, suggestions, conclusion } = sampleReview.panelOpinion
  await page.getByRole('link', { name: '专家组意见' }).click()
  await expect(page.getByRole('heading', { name: `专家组综合审核意见：${cleanAlliance}` })).toBeVisible()
  const matrix = page.locator('table.matrix')
  await expect(matrix.getByRole('columnheader', { name: recused.name })).toBeVisible()
  await expect(matrix.getByRole('cell', { name: '回避' })).toHaveCount(items.length)

  const writing = page.getByRole('region', { name: '专家组判断' })
  for (const { criterionId, verdict, reason } of items) {
    await matrix.getByRole('button', { name: zhRules[`criterion.${criterionId}.title`] }).click()
    for (const answer of await writing.getByRole('radio').all()) await expect(answer).not.toBeChecked()
    await expect(writing.getByLabel('理由')).toHaveValue('')
    // An expert's sentence comes in with its evidence when a person asks for it; then the panel words it.
    await page
      .getByRole('region', { name: zhRules[`criterion.${criterionId}.title`], exact: true })
      .getByRole('button', { name: '写入专家组理由' })
      .first()
      .click()
    await expect(writing.getByLabel('理由')).not.toHaveValue('')
    await writing.getByLabel('理由').fill(reason)
    await pick(writing, verdictWords[verdict])
  }
  await page.evaluate(() => {
    window.scrollTo(0, 0)
  })
  await shoot(page, 'panel-opinion')

  // Counted, never typed: seven invited, one recused, four of six agree.
  const whole = page.getByRole('region', { name: '意见全文' })
  await expect(whole.getByRole('row').nth(1)).toHaveText(/^7\s*7\s*1\s*4\s*1\s*1\s*0$/u)
  await expect(whole.getByText('同意 4 / 6，达到 2/3')).toBeVisible()
  await expect(whole.getByText(sampleReview.panelOpinion.dissents[0]!.text)).toBeVisible()
  await expect(whole.locator('cite')).toHaveText(dissenter.name)

  // Without 存在问题 and 改进意见 nothing is sealed, and both are named.
  await pick(whole, zhEvidenceValues[`value.conclusion.${conclusion}`])
  await whole.getByLabel('签署日期').fill(on)
  await whole.getByRole('button', { name: '封存专家组意见' }).click()
  const missing = whole.getByRole('alert').filter({ hasText: '还不能出具，缺少：' })
  await expect(missing).toContainText('存在问题')
  await expect(missing).toContainText('改进意见')
  await missing.scrollIntoViewIfNeeded()
  await shoot(page, 'panel-opinion-missing')
  await whole.getByLabel('存在问题（必填）').fill(problems)
  await whole.getByLabel('改进意见（必填）').fill(suggestions)
  await whole.getByRole('button', { name: '封存专家组意见' }).click()
  // Read back whole, sealed once, and seen where one looks.
  const readBack = page.getByRole('dialog')
  await expect(readBack).toContainText(suggestions)
  await shoot(page, 'panel-opinion-read-back')
  await readBack.getByRole('button', { name: '确认封存' }).click()
  await expect(page.getByText(`专家组意见第 1 稿已于 ${on} 封存`)).toBeInViewport()
  await expect(page.getByText(`专家组意见第 1 稿已于 ${on} 封存`)).toBeVisible()
  await page.getByRole('button', { name: '预览正式件并导出' }).click()
  const papers = await exportPaper(page, 'panel-opinion')

  await page.getByRole('link', { name: '打开案卷' }).click()
  await doAct(page, '登记修改后复核')
  await expect(page.locator('.page-head').getByText('待复核', { exact: true })).toBeVisible()
  await doAct(page, '复核通过')
  await expect(page.locator('.page-head').getByText('待会商', { exact: true })).toBeVisible()
  return papers
}
