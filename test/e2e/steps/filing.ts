import type { Page } from '@playwright/test'
import { expect } from '../fixtures/test'
import { readSampleMaterial } from '../../helpers/samples'
import { choose, dropFiles, pick } from './controls'
import { goTo } from './person'
import { shoot } from './pictures'

export const formAlliance = '四川省示例川芎种质产业技术创新战略联盟'

const pdf = (name: string, fileName: string) => ({
  name,
  bytes: readSampleMaterial('short-operation', fileName),
  type: 'application/pdf',
})

const act = (page: Page, name: string) =>
  page.getByRole('group', { name: '操作' }).getByRole('button', { name, exact: true })

/** Does one act of the status table in its dialog. */
export async function doAct(page: Page, name: string, fill: () => Promise<void> = () => Promise.resolve()) {
  await act(page, name).click()
  const dialog = page.getByRole('dialog', { name })
  await expect(dialog).toBeVisible()
  await fill()
  await dialog.getByRole('button', { name, exact: true }).click()
  // What decides on an alliance is read back and confirmed once more.
  const confirm = dialog.getByRole('button', { name: `确认${name}` })
  await expect(async () => {
    if (await confirm.isVisible()) await confirm.click()
    await expect(dialog).toBeHidden({ timeout: 1000 })
  }).toPass({ timeout: 20_000 })
}

/**
 * 录入: a dossier by form, members pasted from a spreadsheet, two PDFs dropped; filed only when the third is there too.
 */
export async function fileByForm(page: Page): Promise<void> {
  await page.getByRole('button', { name: '按表录入新案卷' }).click()
  await page.getByLabel('联盟名称（全称，照登记名称）').fill(formAlliance)
  await page.getByRole('tab', { name: 'B 成员单位' }).click()
  await page.getByLabel('在这里粘贴表格').focus()
  await page.evaluate(() => {
    const data = new DataTransfer()
    const rows = [
      ['单位全称', '类别', '法定代表人', '角色', '所在地'],
      ['四川示例川芎药业有限公司', '企业', '何示例', '理事长单位', '成都'],
      ['示例川西中医药大学', '大学', '吴示例', '成员', '成都'],
      ['示例道地药材研究所', '科研机构', '周示例', '成员', '彭州'],
    ]
    data.setData('text/plain', rows.map((row) => row.join('\t')).join('\n'))
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
  })
  const preview = page.getByRole('region', { name: '核对读到的表格' })
  await expect(preview.getByText('各列各格都已读入。')).toBeVisible()
  await shoot(page, 'intake-table')
  await preview.getByRole('button', { name: '采用这 3 行' }).click()
  await expect(page.getByText('已写入 3 行成员单位，请核对。')).toBeVisible()
  await shoot(page, 'intake-members')
  await page.getByRole('tab', { name: 'D·F 协议与签署' }).click()
  await page.getByLabel('协议签署日期').fill('2026.3.2')
  await page.getByLabel('协议签署日期').blur()
  await expect(page.getByLabel('协议签署日期')).toHaveValue('2026-03-02')

  await page.getByRole('tab', { name: '材料文件' }).click()
  await dropFiles(page, page.locator('.file-drop'), [
    pdf('备案申请表.pdf', '01-filing-form.pdf'),
    pdf('联盟协议书.pdf', '02-agreement.pdf'),
  ])
  const form = page.getByRole('group', { name: '备案申请表.pdf' })
  const agreement = page.getByRole('group', { name: '联盟协议书.pdf' })
  await expect(agreement).toBeVisible()
  await choose(form, '已签字', '是')
  await choose(form, '已盖章', '是')
  await choose(agreement, '页面齐全', '是')
  await agreement.getByLabel('签署页在第几页').fill('12')
  await shoot(page, 'intake-materials')
  await page.getByRole('button', { name: '建立案卷' }).click()

  await expect(page.getByRole('heading', { name: formAlliance })).toBeVisible()
  await doAct(page, '受理')
  await shoot(page, 'dossier-accepted')
  // What the third material is missing for is said, and asked for by name.
  await act(page, '予以备案').hover()
  await expect(page.getByText('“予以备案”现在还不能办，因为：')).toBeVisible()
  await expect(page.getByText('缺组建必要性说明材料。').last()).toBeVisible()
  await page.mouse.move(0, 0)
  await doAct(page, '通知补正', async () => {
    await page.getByRole('button', { name: '写入核对出的缺件清单' }).click()
    await expect(page.getByLabel('需补正的材料和内容')).toHaveValue('组建必要性说明：缺')
    await shoot(page, 'supplement-dialog')
  })

  await page.getByRole('button', { name: '修改录入' }).click()
  await page.getByRole('tab', { name: '材料文件' }).click()
  await dropFiles(page, page.locator('.file-drop'), [pdf('组建必要性说明.pdf', '03-necessity.pdf')])
  await expect(page.getByRole('group', { name: '组建必要性说明.pdf' })).toBeVisible()
  await page.getByRole('button', { name: '保存为新版本' }).click()
  await expect(page.getByText('第 2 版')).toBeVisible()
  await doAct(page, '补正已齐，继续备案')

  // Whether the basic conditions are met is for a person: nothing is chosen beforehand.
  await page.getByRole('tab', { name: '核对', exact: true }).click()
  const basic = page.getByRole('article', { name: '符合《指导意见》规定的基本条件' })
  await basic.getByRole('button', { name: '作出判断…' }).click()
  for (const verdict of await basic.getByRole('radio').all()) await expect(verdict).not.toBeChecked()
  await pick(basic, '符合')
  await basic.getByLabel('理由').fill('三家单位均为独立法人，已正式签约，具备基本条件。')
  await basic.getByRole('button', { name: '记下判断' }).click()
  await doAct(page, '予以备案', async () => {
    await page.getByLabel('备案编号').fill('川联备〔2026〕示例9号')
  })
  await expect(page.locator('.page-head').getByText('已备案')).toBeVisible()
  await goTo(page, '案卷')
}
