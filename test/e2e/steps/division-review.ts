import type { Page } from '@playwright/test'
import type { DivisionOpinion } from '@shared/domain/proceedings'
import type { RuleId } from '@shared/domain/rule-ids'
import { createTranslator } from '@shared/messages/translate'
import { expect } from '../fixtures/test'
import { choose, pick } from './controls'
import { doAct } from './filing'
import { goTo } from './person'
import { shoot, shootForReadme } from './pictures'
import { cleanAlliance, divisionOpinions, verdictWords } from './samples'

const t = createTranslator('zh-CN')
const titleOf = (ruleId: string) => t(`rule.${ruleId as RuleId}.title`)

/** 装入示例: the clean sample, marked as such, with its materials to read. */
export async function loadCleanSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /装入示例/u }).click()
  const dialog = page.getByRole('dialog', { name: '装入示例案卷' })
  await dialog.getByRole('checkbox', { name: new RegExp(cleanAlliance, 'u') }).check()
  await dialog.getByRole('button', { name: '装入 1 件' }).click()
  await expect(dialog).toBeHidden()
  const row = page.getByRole('row', { name: new RegExp(cleanAlliance, 'u') })
  await expect(row).toContainText('试点申请')
  await shoot(page, 'dossier-list')
}

/** 处室审核 (Art. 10, 11): both opinions, item by item, in the sample's words. */
export async function reviewByDivisions(page: Page): Promise<void> {
  await goTo(page, '案卷')
  await page.getByRole('link', { name: cleanAlliance }).click()
  await doAct(page, '开始处室审核')
  await expect(page.locator('.page-head').getByText('处室审核', { exact: true })).toBeVisible()
  await shoot(page, 'dossier-checks')
  await shootForReadme(page, 'division-desk')
  for (const opinion of divisionOpinions) await writeOpinion(page, opinion)
}

async function writeOpinion(page: Page, opinion: DivisionOpinion): Promise<void> {
  await page.getByRole('tab', { name: '意见' }).click()
  const isBusiness = opinion.kind === 'business'
  await page
    .getByRole('button', { name: isBusiness ? '填写业务处室意见（必要性、技术）' : '填写组织形式审核意见' })
    .click()
  const first = page.getByRole('region', { name: titleOf(opinion.items[0]!.ruleId), exact: true })
  for (const verdict of await first.getByRole('radio').all()) await expect(verdict).not.toBeChecked()
  for (const { ruleId, verdict, reason } of opinion.items) {
    const item = page.getByRole('region', { name: titleOf(ruleId), exact: true })
    await pick(item, verdictWords[verdict])
    await item.getByLabel('理由').fill(reason)
  }
  await shoot(page, `division-opinion-${opinion.kind}`)
  if (isBusiness) await page.getByLabel('行业地位评价（第十一条）').fill(opinion.standing)
  // What is still missing is said beside its field; nothing was sealed.
  await page.getByRole('button', { name: '封存处室意见' }).click()
  await expect(page.getByText('请选择审核结论。')).toBeVisible()
  await pick(page, '通过')
  await page.getByLabel('其他意见').fill(opinion.comment)
  await choose(page, '处室', opinion.divisionName)
  await page.getByLabel('签署人').fill(opinion.signer)
  await page.getByLabel('日期', { exact: true }).fill(opinion.signedOn)
  await page.getByRole('button', { name: '封存处室意见', exact: true }).click()
  // Whole, before it is sealed: who, for which division, on which version, and every reason.
  const readBack = page.getByRole('group', { name: '读回核对' })
  const words = [cleanAlliance, opinion.divisionName, opinion.signer, opinion.signedOn, opinion.items[0]!.reason]
  for (const said of words) await expect(readBack).toContainText(said)
  await shoot(page, `division-opinion-read-back-${opinion.kind}`)
  await page.getByRole('button', { name: '确认封存处室意见' }).click()
  await expect(page.getByText(`${opinion.signer} · ${opinion.signedOn}`)).toBeVisible()
}
