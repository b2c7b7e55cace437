import { chineseDay } from '../chinese'
import type { Faces } from '../fonts'
import { drawBlank, drawSeal, drawSignature } from '../marks'
import { pageWidth } from '../sheet'
import { unitOf, type AllianceSpec } from '../spec'
import { drawTable } from '../table'
import { openSheet, type Paper } from './paper'

/** 授权委托书 of the unit whose agent signed the agreement. */
async function makeProxy(
  faces: Faces,
  spec: AllianceSpec,
  unitId: string,
  agent: string,
  post: string,
): Promise<Paper> {
  const unit = unitOf(spec, unitId)
  const title = '授权委托书'
  const sheet = await openSheet(faces, spec, title)
  sheet.title(title, 20)
  const { bodySize: size, body } = sheet.style
  sheet.paragraphs([
    `委托单位：${unit.name}，法定代表人：${unit.rep}。`,
    `受托人：${agent}，职务：${unit.name}${post}。`,
    `兹委托${agent}代表本单位签署《${spec.name}协议书》及其附件，受托人在授权范围内的签字，本单位予以承认。委托期限自${chineseDay(spec.dates.signed)}起一个月。受托人无转委托权。`,
  ])
  sheet.space(36)
  const x = sheet.left + sheet.width * 0.3
  const line = (label: string, name: string) => {
    sheet.y -= 44
    sheet.text(label, x, sheet.y, body, size)
    const start = x + size * (label.length + 0.3)
    drawBlank(sheet, start, sheet.y, 90)
    drawSignature(sheet, name, start + 6, sheet.y, 25)
  }
  line('法定代表人（签字）：', unit.rep)
  line('受托人（签字）：', agent)
  sheet.y -= 50
  sheet.text(`委托单位（盖章）：`, x, sheet.y, body, size)
  drawSeal(sheet, unit.name, x + 190, sheet.y - 6, 42)
  sheet.y -= 40
  sheet.text(chineseDay(spec.dates.signed), x, sheet.y, body, size)
  const { bytes, pages } = await sheet.finish()
  return {
    code: 'proxy',
    title,
    fileName: '09-proxy.pdf',
    bytes,
    pages,
    signed: true,
    sealed: true,
    signaturePage: 1,
    textLayer: 'present',
  }
}

/** 变更登记通知书: shows since when another person is the registered legal representative. */
async function makeChangeNotice(
  faces: Faces,
  spec: AllianceSpec,
  unitId: string,
  former: string,
  lastDay: string,
): Promise<Paper> {
  const unit = unitOf(spec, unitId)
  const title = '法定代表人变更登记通知书（示例）'
  const sheet = await openSheet(faces, spec, title)
  sheet.title(title, 20)
  sheet.paragraph(`（示例）登记字〔${lastDay.slice(0, 4)}〕第0000号`, { align: 'centre', after: 16 })
  sheet.paragraph(`${unit.name}：`, { align: 'left', indent: 0 })
  sheet.paragraph(
    `你单位提交的变更登记申请材料齐全，符合法定形式，准予变更登记。变更事项如下，原登记事项的效力至${chineseDay(lastDay)}止。`,
    { after: 12 },
  )
  drawTable(sheet, {
    columns: [24, 38, 38],
    size: 11,
    minHeight: 34,
    head: ['登记事项', '变更前', '变更后'],
    rows: [
      ['法定代表人', former, unit.rep],
      ['其他事项', '无', '无'],
    ],
  })
  sheet.space(60)
  sheet.y -= 20
  sheet.centred('示例市场监督管理局', pageWidth - 190, sheet.y, sheet.style.body, sheet.style.bodySize)
  sheet.y -= 28
  sheet.centred(chineseDay(lastDay), pageWidth - 190, sheet.y, sheet.style.body, sheet.style.bodySize)
  drawSeal(sheet, '示例市场监督管理局', pageWidth - 180, sheet.y + 12, 42)
  const { bytes, pages } = await sheet.finish()
  return {
    code: 'change-evidence',
    title,
    fileName: '09-change-evidence.pdf',
    bytes,
    pages,
    signed: null,
    sealed: true,
    signaturePage: null,
    textLayer: 'present',
  }
}

/** Papers that only some defects bring along. */
export async function makeExtras(faces: Faces, spec: AllianceSpec): Promise<Paper[]> {
  const { defect } = spec
  if (defect.kind === 'agent') return [await makeProxy(faces, spec, defect.unitId, defect.agent, defect.post)]
  if (defect.kind === 'former-representative') {
    return [await makeChangeNotice(faces, spec, defect.unitId, defect.former, defect.lastDay)]
  }
  return []
}
