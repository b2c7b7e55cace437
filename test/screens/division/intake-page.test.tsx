// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, Route, Routes } from 'react-router'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Providers } from '@renderer/app/Providers'
import { closeDesk } from '@renderer/data/desk'
import { loadDossier } from '@renderer/data/dossiers'
import { loadDrafts } from '@renderer/data/drafts'
import type { DossierId } from '@shared/domain/ids'
import { workbookOf } from '@host/documents/workbook'
import { IntakePage } from '@renderer/features/intake/IntakePage'
import { emptyContent } from '@renderer/features/intake/intake-actions'
import { composeFilingForm } from '@shared/documents/filing-form'
import { renderDocx } from '@shared/publishing/docx/render-docx'
import { newDossierId } from '@renderer/platform/ids'
import { createDesk, removeTemporaryFolders, type Desk } from '../../integration/host/desk-fixture'
import { sitDownAt } from '../../helpers/sit-down'

configure({ asyncUtilTimeout: 20_000 })

let desk: Desk
let dossierId: DossierId

beforeEach(async () => {
  dossierId = newDossierId()
  desk = await createDesk('division', '陈守玉（示例）', '示例科学技术厅政策法规处')
  await sitDownAt(desk, '2026-11-22')
  await loadDrafts()
  render(
    <Providers>
      <MemoryRouter initialEntries={[`/intake/${dossierId}`]}>
        <Routes>
          <Route path="/intake/:dossierId" element={<IntakePage />} />
          <Route path="/dossiers/:dossierId" element={<h1>案卷页</h1>} />
        </Routes>
      </MemoryRouter>
    </Providers>,
  )
  await screen.findByText('录入新案卷')
})
afterEach(async () => {
  cleanup()
  closeDesk()
  await desk.host.close()
})
afterAll(removeTemporaryFolders)

const tab = (name: RegExp) => userEvent.click(screen.getByRole('tab', { name }))
const paste = (text: string) => {
  fireEvent.paste(screen.getByLabelText('在这里粘贴表格'), { clipboardData: { getData: () => text } })
}
const table = '成员单位表\t\t\n序号\t单位全称\t类别\t信用代码\n1\t"示例钛业\n有限公司"\t企业\t9.15E+17\n合计\t1\t\t'

describe('a table that is pasted into the form', () => {
  it('is shown with what was not read, and written only when a person takes it', async () => {
    await tab(/成员单位/u)
    paste(table)
    const preview = await screen.findByRole('region', { name: '核对读到的表格' })
    expect(within(preview).getByText(/可采用 1 行成员单位，尚未写入/u)).toBeDefined()
    expect(within(preview).getByText(/第 1 行在表头之前.*成员单位表/u)).toBeDefined()
    expect(within(preview).getByText(/第 3 行“信用代码”没有读入（9\.15E\+17）/u)).toBeDefined()
    expect(within(preview).getByText(/第 5 行是合计/u)).toBeDefined()
    expect(screen.queryByLabelText('第 1 行 单位全称')).toBeNull()
    await userEvent.click(within(preview).getByRole('button', { name: '采用这 1 行' }))
    expect(screen.getByLabelText<HTMLInputElement>('第 1 行 单位全称').value).toBe('示例钛业有限公司')
  })

  it('leaves the form as it is when a person does not take it, and takes no unit twice', async () => {
    await tab(/成员单位/u)
    paste(table)
    await userEvent.click(await screen.findByRole('button', { name: '不采用' }))
    expect(screen.queryByLabelText('第 1 行 单位全称')).toBeNull()
    paste(table)
    await userEvent.click(await screen.findByRole('button', { name: '采用这 1 行' }))
    paste(table)
    expect(await screen.findByText(/第 3 行“示例钛业有限公司”表中已有/u)).toBeDefined()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '采用这 0 行' }).disabled).toBe(true)
  })

  it('comes from a file as well, in the encoding of Chinese spreadsheets', async () => {
    await tab(/成员单位/u)
    // 单位名称,类别 / 示例,企业 as GB18030.
    const bytes = [0xb5, 0xa5, 0xce, 0xbb, 0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xc0, 0xe0, 0xb1, 0xf0, 0x0a]
    const row = [0xca, 0xbe, 0xc0, 0xfd, 0x2c, 0xc6, 0xf3, 0xd2, 0xb5]
    const file = new File([new Uint8Array([...bytes, ...row])], '成员.csv', { type: 'text/csv' })
    fireEvent.drop(screen.getByLabelText('在这里粘贴表格'), { dataTransfer: { files: [file] } })
    expect(await screen.findByText(/文件《成员\.csv》（按 GB18030 读取）：可采用 1 行/u)).toBeDefined()
  })

  it('comes from a workbook too: which sheet is said, what it hides is told, what a person said of the columns is kept', async () => {
    await tab(/成员单位/u)
    const rows = (names: readonly string[]) =>
      names.map((name) => [
        { kind: 'text' as const, text: name },
        { kind: 'number' as const, digits: '120' },
      ])
    const sheet = (name: string, names: readonly string[]) => ({
      name,
      title: '成员单位表（示例）',
      columns: ['单位全称', '出钱'].map((header) => ({ header, width: 20 })),
      rows: rows(names),
    })
    const bytes = await workbookOf([sheet('说明', ['示例说明']), sheet('成员', ['示例钛业公司'])])
    const bring = () => {
      const file = new File([bytes], '成员.xlsx')
      fireEvent.drop(screen.getByLabelText('在这里粘贴表格'), { dataTransfer: { files: [file] } })
    }
    const choose = async (box: RegExp | string, option: string) => {
      fireEvent.mouseDown(await screen.findByRole('combobox', { name: box }))
      fireEvent.click(await screen.findByText(option, { selector: '.ant-select-item-option-content' }))
    }
    bring()
    expect(await screen.findByText(/第 2 列“出钱”没有读入/u)).toBeDefined()
    await choose('工作表', '成员')
    expect(screen.getByText(/工作簿《成员\.xlsx》：可采用/u)).toBeDefined()
    expect(screen.queryByText(/各列按上次选定的含义/u)).toBeNull()
    await choose(/“出钱”这一列/u, '统一社会信用代码')
    await userEvent.click(await screen.findByRole('button', { name: /采用这 \d 行/u }))
    bring()
    expect(await screen.findByText(/各列按上次选定的含义/u)).toBeDefined()
    expect(screen.queryByText(/“出钱”没有读入/u)).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: '按表头重新识别' }))
    expect(await screen.findByText(/“出钱”没有读入/u)).toBeDefined()
  })

  it('takes in a filled form: what it says is shown beside what stands there, and written when a person takes it', async () => {
    const content = {
      ...emptyContent(),
      alliance: { ...emptyContent().alliance, name: '示例钛业联盟', chairPerson: '程示例' },
    }
    const facts = { createdAt: '2026-11-22T08:00:00Z', content, regulationTitle: '办法' }
    const bytes = new Uint8Array(await renderDocx(composeFilingForm(facts)))
    await userEvent.click(screen.getByRole('button', { name: '读入填好的申请表' }))
    const dialog = await screen.findByRole('dialog', { name: '读入填好的申请表' })
    await userEvent.upload(
      dialog.querySelector<HTMLInputElement>('input[type=file]')!,
      new File([bytes], '申请表.docx'),
    )
    expect(await within(dialog).findByText(/不同的 2 项/u)).toBeDefined()
    expect(within(dialog).getByText('程示例')).toBeDefined()
    await userEvent.click(within(dialog).getByRole('button', { name: '采用这 2 项' }))
    expect(screen.getByLabelText<HTMLInputElement>(/^联盟名称/u).value).toBe('示例钛业联盟')
  })

  it('says of a file that is no table what it is', async () => {
    await tab(/成员单位/u)
    const zip = new File([new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3])], '成员.xlsx')
    fireEvent.drop(screen.getByLabelText('在这里粘贴表格'), { dataTransfer: { files: [zip] } })
    expect(await screen.findByText(/《成员\.xlsx》已损坏/u)).toBeDefined()
  })

  it('does not catch lines that are pasted into a field of several lines', async () => {
    await tab(/目标与任务/u)
    fireEvent.paste(screen.getByLabelText('技术创新总体目标'), { clipboardData: { getData: () => '一\t二\n三' } })
    expect(screen.queryByRole('region', { name: '核对读到的表格' })).toBeNull()
  })
})

describe('what is wrong in the form', () => {
  it('in a folded row of another part opens both and has the keyboard', async () => {
    await userEvent.type(screen.getByLabelText(/联盟名称/u), '示例联盟')
    await tab(/成员单位/u)
    paste('单位全称\t类别\n示例公司\t企业')
    await userEvent.click(await screen.findByRole('button', { name: '采用这 1 行' }))
    await userEvent.click(document.querySelector('.ant-table-row-expand-icon')!)
    await userEvent.type(await screen.findByLabelText('加入日期'), '去年')
    await userEvent.click(document.querySelector('.ant-table-row-expand-icon')!)
    await tab(/基本情况/u)
    await userEvent.click(screen.getByRole('button', { name: '建立案卷' }))
    await waitFor(() => {
      expect(document.activeElement?.id).toBe('field-members.0.joinedOn')
    })
    expect(screen.getByRole('tab', { name: /成员单位/u }).getAttribute('aria-selected')).toBe('true')
    expect(screen.getByText('请按 2026-11-22 的样子填写日期。')).toBeDefined()
  })

  it('keeps no amount that somebody has just written over with words', async () => {
    await userEvent.type(screen.getByLabelText(/联盟名称/u), '示例联盟')
    await tab(/目标与任务/u)
    await userEvent.click(screen.getByRole('button', { name: /添加任务/u }))
    await userEvent.type(screen.getByLabelText('任务名称'), '示例任务')
    await userEvent.clear(screen.getByLabelText('经费'))
    await userEvent.type(screen.getByLabelText('经费'), '约五百')
    await userEvent.click(screen.getByRole('button', { name: '建立案卷' }))
    expect(await screen.findByText('请填写不小于零的数，以万元计。')).toBeDefined()
    expect(await loadDossier(dossierId)).toBeNull()
  })

  it('presumes nobody to have signed as legal representative', async () => {
    await userEvent.type(screen.getByLabelText(/联盟名称/u), '示例联盟')
    await tab(/成员单位/u)
    paste('单位全称\t类别\n示例公司\t企业')
    await userEvent.click(await screen.findByRole('button', { name: '采用这 1 行' }))
    await tab(/协议与签署/u)
    await userEvent.click(screen.getByRole('button', { name: /尚无签署/u }))
    await userEvent.type(screen.getByLabelText('签署人'), '甲示例')
    await userEvent.click(screen.getByRole('button', { name: '建立案卷' }))
    await waitFor(() => {
      expect(document.activeElement?.id).toBe('field-agreement.signatures.0.capacity')
    })
  })
})
