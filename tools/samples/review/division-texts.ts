import type { z } from 'zod'
import type { divisionOpinionSchema } from '../../../shared/domain/proceedings'

/**
 * Opinions of the host division (business) and of the policy and regulations division (organisation) on the clean
 * sample.
 */
export const divisionOpinions: readonly z.input<typeof divisionOpinionSchema>[] = [
  {
    kind: 'business',
    divisionId: 'business-1',
    divisionName: '业务处室一（示例）',
    items: [
      {
        ruleId: 'R11-0',
        verdict: 'conforms',
        reason:
          '联盟成员的钒产品、钛锭和氯化法钛白产量均居省内前列，理事长单位拥有自有矿山和省级企业技术中心，在全省钒钛行业处于主导地位。',
      },
      {
        ruleId: 'R11-1a',
        verdict: 'conforms',
        reason:
          '所属领域为钒钛钢铁，在“7+3”优势产业目录之内。目录的有效期已过，本处按案卷所载目录版本审核，并在意见中注明。',
      },
      {
        ruleId: 'R11-1b',
        verdict: 'conforms',
        reason: '短流程提钒和氯化法清洁生产符合资源综合利用、节能环保的政策导向，钒储能与能源结构调整方向一致。',
      },
      {
        ruleId: 'R11-2',
        verdict: 'conforms',
        reason:
          '大规格钛锭和离子传导膜长期外购，属于产业的重大创新需求；联盟安排了10项团体标准，有望形成产业核心技术标准。',
      },
      {
        ruleId: 'R11-3',
        verdict: 'conforms',
        reason:
          '从矿山、冶炼、加工到储能应用和检测服务，上下游36家单位进入同一条创新链，对攀西、德阳、绵阳的带动作用明显。',
      },
      {
        ruleId: 'R11-4',
        verdict: 'mostly-conforms',
        reason: '三个主攻方向都是关键共性技术。增材制造一项偏重应用验证，共性程度不高，建议专家组关注。',
      },
      {
        ruleId: 'R08-4',
        verdict: 'conforms',
        reason: '申请书对信用、责任、利益三项机制和组织模式分别作了说明，其中成员信用档案和监督小组的做法有试点价值。',
      },
      {
        ruleId: 'R09-1c',
        verdict: 'conforms',
        reason: '经向行业协会了解，省内产量居前的钒、钛企业已大部分加入，未加入的两家已书面征询，表示暂不参加。',
      },
      {
        ruleId: 'R09-1d',
        verdict: 'conforms',
        reason: '两所大学设有相关学科平台，资源研究院长期从事钒钛磁铁矿综合利用，近五年成果与联盟任务对应。',
      },
      {
        ruleId: 'R09-1e',
        verdict: 'conforms',
        reason: '成员单位2024年合计营业收入约486亿元，技术与产业规模能够代表我省。',
      },
    ],
    standing:
      '该联盟汇集了省内钒钛采选、冶炼、加工、应用的主要企业和优势科研力量，在行业中具有主体地位，理事长单位的龙头作用得到成员认可。钛材深加工与国内先进水平尚有差距，正是组建联盟要解决的问题。',
    conclusion: 'pass',
    comment: '必要性和技术性审核通过，建议提交专家组综合审核，请专家组重点关注增材制造任务与主线的关系。',
    signer: '赵示例',
    signedOn: '2026-09-29',
  },
  {
    kind: 'organisation',
    divisionId: 'policy',
    divisionName: '政策法规处',
    items: [
      { ruleId: 'R09-1b', verdict: 'conforms', reason: '逐家核对主体资格材料，36家均为独立法人，无分公司和内设机构。' },
      {
        ruleId: 'R09-2b',
        verdict: 'conforms',
        reason: '协议对授权范围列举五项并排除担保、借款，授权程序按金额分档，一事一授。',
      },
      {
        ruleId: 'R09-2c',
        verdict: 'conforms',
        reason: '按项目责任、共同责任、过错责任分别约定内部分担，并有追偿期限。',
      },
      {
        ruleId: 'R09-3b',
        verdict: 'conforms',
        reason: '监督小组由三家成员推荐，不兼任秘书处职务，半年检查、每年审计。',
      },
      { ruleId: 'R12-1b', verdict: 'conforms', reason: '签署人与签署日的法定代表人一致，无委托代理。' },
    ],
    standing: '',
    conclusion: 'pass',
    comment:
      '理事会、专家委员会、秘书处、监督小组职责清楚，议事规则完整。成员较多，建议设常务理事会提高效率。组织形式审核通过。',
    signer: '钱示例',
    signedOn: '2026-10-12',
  },
]
