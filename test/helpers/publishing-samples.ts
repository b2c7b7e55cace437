/** Invented documents, marked 示例, that use every block. */
import { type Block, type DocumentModel } from '@shared/documents/blocks'

const base = {
  subject: '示例文件',
  createdAt: '2026-11-20T08:00:00Z',
  pageNumbers: true,
} as const

export const longParagraph =
  '专家组审阅了联盟协议书、发展战略规划、经费管理办法等七项材料，听取了联盟情况介绍，经质询和讨论，认为该联盟围绕“高端装备轻量化”这一关键共性技术，组织了企业、大学和科研机构共36家，2025年投入经费1280.50万元（其中成员单位出资960.00万元），任务分工清楚，目标较为明确。'

export const opinion: DocumentModel = {
  ...base,
  id: 'opinion-sample',
  kind: 'panel-opinion',
  title: '示例轻量化装备产业技术创新战略联盟试点综合审核专家组意见',
  layout: { kind: 'plain' },
  blocks: [
    { kind: 'title', text: '示例轻量化装备产业技术创新战略联盟试点综合审核专家组意见' },
    { kind: 'paragraph', content: '（2026年11月20日）', align: 'centre' },
    { kind: 'paragraph', content: longParagraph },
    { kind: 'heading', level: 1, number: 1, text: '联盟协议' },
    {
      kind: 'paragraph',
      content:
        '协议由36家成员单位签署，其中法定代表人签署35家、委托代理人签署1家。成员代表有王堃、李喆、赵䶮、钱𣲗等。',
    },
    { kind: 'heading', level: 2, number: 1, text: '签署情况', content: longParagraph },
    { kind: 'heading', level: 3, number: 1, text: '对外责任主体', content: longParagraph },
    { kind: 'heading', level: 4, number: 1, text: '授权程序', content: longParagraph },
    { kind: 'heading', level: 1, number: 2, text: '存在问题' },
    { kind: 'paragraph', content: longParagraph },
    {
      kind: 'paragraph',
      content: [
        { text: '面积一千二百' },
        { text: 'm' },
        { text: '2', superscript: true },
        { text: '；专家组组长（签名）：' },
        { blank: 8 },
      ],
    },
    { kind: 'heading', level: 1, number: 3, text: '结论' },
    {
      kind: 'tally',
      caption: '表决统计',
      items: [
        { label: '应到', count: 7 },
        { label: '实到', count: 7 },
        { label: '回避', count: 1 },
        { label: '同意', count: 5 },
        { label: '不同意', count: 1 },
        { label: '弃权', count: 0 },
      ],
      outcome: '达到本次评审工作规则规定的三分之二以上。',
    },
    {
      kind: 'signatureTable',
      caption: '专家签名表',
      headers: { index: '序号', name: '姓名', unit: '工作单位', role: '职称', signature: '签名' },
      rows: ['王堃', '李喆', '赵䶮', '钱𣲗', '孙示例', '周示例', '吴示例'].map((name, index) => ({
        field: `expert-${index + 1}`,
        name,
        unit: index === 0 ? '示例大学机械工程学院先进制造技术研究中心' : '示例研究院',
        role: '教授级高级工程师',
        signature:
          index === 1
            ? {
                kind: 'strokes' as const,
                width: 300,
                height: 100,
                strokes: [
                  [
                    [20, 50],
                    [90, 20],
                    [60, 90],
                    [140, 40],
                  ] as [number, number][],
                  [
                    [160, 20],
                    [170, 80],
                    [250, 30],
                  ] as [number, number][],
                ],
              }
            : { kind: 'place' as const },
        ...(index === 6 ? { note: '本人对结论持不同意见，见第七项' } : {}),
      })),
    },
    { kind: 'signature', names: ['专家组'], date: '2026-11-20', seal: false },
  ],
}

const agencies = [
  '四川省科学技术厅',
  '四川省财政厅',
  '四川省发展和改革委员会',
  '四川省经济和信息化厅',
  '四川省教育厅',
  '四川省政府国有资产监督管理委员会',
]

const rows = Array.from({ length: 40 }, (_, index): string[] => [
  String(index + 1),
  `示例第${index + 1}产业技术创新战略联盟`,
  '示例装备制造（集团）股份有限公司',
  '高端装备制造',
])

const noticeBlocks: Block[] = [
  { kind: 'title', text: '关于公布四川省产业技术创新战略联盟试点名单（第三批）的通知' },
  { kind: 'addressee', text: '各市（州）科技局、财政局、发展改革委、经济和信息化局、教育局、国资委，各有关单位' },
  { kind: 'paragraph', content: longParagraph },
  { kind: 'paragraph', content: longParagraph },
  {
    kind: 'attachmentNote',
    items: ['四川省产业技术创新战略联盟试点名单（第三批，示例）及其理事长单位和联系人信息一览表', '试点要求'],
  },
  { kind: 'jointSignature', agencies, date: '2026-12-05' },
  { kind: 'notation', text: '此件公开发布' },
  {
    kind: 'annex',
    number: 1,
    title: '四川省产业技术创新战略联盟试点名单（第三批）',
    blocks: [
      {
        kind: 'table',
        columns: [
          { header: '序号', width: 1, align: 'centre' },
          { header: '联盟名称', width: 5 },
          { header: '理事长单位', width: 5 },
          { header: '领域', width: 2.4, align: 'centre' },
        ],
        rows,
      },
    ],
  },
  { kind: 'annex', number: 2, title: '试点要求', blocks: [{ kind: 'paragraph', content: longParagraph }] },
]

export const notice: DocumentModel = {
  ...base,
  id: 'notice-sample',
  kind: 'joint-notice',
  title: '关于公布四川省产业技术创新战略联盟试点名单（第三批）的通知',
  layout: {
    kind: 'official',
    head: { agencies, suffix: true, number: { agencyCode: '川科高', year: 2026, serial: 27 } },
    imprint: {
      copyTo: ['省委办公厅', '省人大常委会办公厅', '省政府办公厅', '省政协办公厅', '示例单位甲', '示例单位乙'],
      printedBy: '四川省科学技术厅办公室',
      printedOn: '2026-12-06',
    },
  },
  blocks: noticeBlocks,
}
