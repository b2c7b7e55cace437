import { agreement, item, paper, type OpinionText } from './opinion-texts'

/** Law, finance, management. */
export const otherOpinions: readonly OpinionText[] = [
  {
    items: [
      item(
        'C12-1',
        'conforms',
        '36家当事人均为独立法人，签署人均为法定代表人本人，印章名称与登记名称一致，协议已经成立并生效，未见民法典规定的无效情形。{disputes}约定由秘书处所在地法院管辖，与争议有实际联系，约定有效。合作关系能够受到法律保护。',
        agreement('signatures'),
        agreement('disputes'),
      ),
      item(
        'C12-2',
        'conforms',
        '任务分工以附件形式并入协议，附则写明附件与正文同等效力，分工对各方有约束力。',
        agreement('division'),
        agreement('tasks'),
      ),
      item(
        'C9-1',
        'conforms',
        '名册中无分公司、内设机构。产业促进会为社会团体法人，创业投资公司为企业法人，可以作为其他组织机构加入。',
        agreement('members'),
        paper('filing-form', 2),
      ),
      item(
        'C9-2',
        'mostly-conforms',
        '{liableBody}至{liabilitySharing}的内容符合第九条第二项的三项要求。不足是{liabilitySharing}（二）按承诺出资比例分担，没有写成员退出以后对退出前已发生责任是否继续分担，将来追偿时会有争议。',
        agreement('liableBody'),
        agreement('authorityProcedure'),
        agreement('liabilitySharing', '按照承诺出资比例分担'),
      ),
      item(
        'C9-3',
        'conforms',
        '{fundsBreach}区分逾期缴纳、挪用截留和造成损失三种情形，违约金比例在合理范围之内，协议中已经明确违约责任。',
        agreement('fundsBreach'),
      ),
      item('C9-4', 'conforms', '对运行时间无异议。', paper('funds-proof', 1)),
      item('C9-5', 'conforms', '规划经理事会通过并加盖理事长单位印章。', paper('strategy-plan', 7)),
    ],
    overall: '协议文本质量较高，主体、授权、分担、违约四个关键环节都有约定，建议通过。',
    problems: '1. 退出成员对退出前债务的分担没有约定。2. 许可费“低于对外许可价格百分之三十”没有写明对外价格如何确定。',
    suggestions:
      '以补充协议写明退出成员在退出后两年内对退出前已发生的共同责任继续分担；许可费争议由专家委员会委托评估确定基准价。',
    vote: 'agree',
  },
  {
    items: [
      item(
        'C12-1',
        'conforms',
        '签署情况由法律专家核对，本人复核成员表的出资栏，签署单位与出资单位一致。',
        agreement('signatures'),
      ),
      item(
        'C12-2',
        'conforms',
        '各任务有独立的经费安排，合计1900万元，与承诺出资和政府资助的规模相称。',
        agreement('tasks'),
      ),
      item(
        'C9-1',
        'conforms',
        '不属本人专业范围，从出资结构看，骨干企业出资占大头，与其地位相符。',
        agreement('members'),
      ),
      item('C9-2', 'conforms', '内部分担以出资比例为基础，便于计算。', agreement('liabilitySharing')),
      item(
        'C9-3',
        'mostly-conforms',
        '办法和监督机制健全，政府资金单独设账，说明与表格勾稽一致。但协议约定首期出资不低于40%且60日内到位，回单显示截至2026年1月仅5家成员缴款800万元，占承诺2050万元的39%；其余31家未附缴款凭证，也没有见到按{fundsBreach}催缴的记录。制度有了，执行要跟上。',
        agreement('funds'),
        paper('funds-proof', 1),
        paper('funds-proof', 3),
        paper('government-accounting', 1),
      ),
      item(
        'C9-4',
        'conforms',
        '回单日期2025年6月12日至2026年1月16日，六笔合计950万元，户名、金额大小写一致。开始运行日2025年7月1日，至受理日已满一年。',
        paper('funds-proof', 1, '人民币叁佰万元整'),
        paper('funds-proof', 2),
      ),
      item(
        'C9-5',
        'conforms',
        '规划所列任务与协议附件的任务表逐项一致，年度节点与经费支出的先后相符。',
        paper('strategy-plan', 3),
        paper('strategy-plan', 6),
      ),
    ],
    overall:
      '资金真实到位，账目清楚，达到办法规定的条件；出资履约不齐的问题应当整改，因此项涉及全体成员的诚信，本人对是否直接通过保留意见，投弃权票。',
    problems: '31家成员的首期出资没有凭证，秘书处没有提供催缴和处理情况。',
    suggestions: '三十日内提交全部成员的缴款明细和凭证；逾期未缴的，按协议处理并报告结果。',
    vote: 'abstain',
  },
  {
    items: [
      item('C12-1', 'conforms', '共同签署的要求已经满足。', agreement('signatures')),
      item(
        'C12-2',
        'conforms',
        '36家单位在任务表中都能找到位置，每项任务有且只有一个牵头单位，这在成员较多的联盟中不容易做到。',
        agreement('tasks'),
        agreement('division'),
      ),
      item(
        'C9-1',
        'conforms',
        '企业、大学、科研机构和社会组织兼备，产业链上下游完整，规模居省内同类联盟前列。',
        agreement('members'),
      ),
      item('C9-2', 'conforms', '授权分级、一事一授，可操作。', agreement('authorityScope')),
      item('C9-3', 'conforms', '监督小组回避秘书处单位，是本联盟的一个亮点。', paper('funds-rule', 2)),
      item(
        'C9-4',
        'conforms',
        '一年来理事会开会三次，公共平台对外服务118批次，运行是有内容的。',
        paper('pilot-application', 1),
        paper('necessity', 2),
      ),
      item(
        'C9-5',
        'conforms',
        '规划有总体、有阶段、有分工、有年度安排，两年一修订的机制合理。',
        paper('strategy-plan', 2),
      ),
    ],
    overall: '组织化程度高，建议通过。试点的重点应当放在信用机制和公共平台的收费规则上。',
    problems: '理事会一单位一票，36家规模下重大事项三分之二通过的门槛较高，申请书没有说明休会期间如何决策。',
    suggestions: '设常务理事会处理日常事项，权限由理事会明确；试点期内总结一套可以推广的成员信用记录办法。',
    vote: 'agree',
  },
]

/** What the panel as a whole wrote after discussion. */
export const panelText: Omit<OpinionText, 'overall' | 'vote'> = {
  items: [
    item(
      'C12-1',
      'conforms',
      '协议由全体成员单位法定代表人共同签署，签署人、印章名称与成员名册一致，内容不违反法律、行政法规的强制性规定，争议解决方式约定有效，建立的合作关系能够受到法律保护。',
      agreement('signatures'),
      agreement('disputes'),
    ),
    item(
      'C12-2',
      'mostly-conforms',
      '总体目标和三项核心技术的指标可以量化考核，各成员单位均有具体任务，每项任务均有牵头单位。液流电池任务的寿命指标缺少试验方法，增材制造任务与主线结合不紧，应当完善。',
      agreement('goals'),
      agreement('tasks'),
    ),
    item(
      'C9-1',
      'conforms',
      '联盟由企业、大学、科研机构和其他组织机构组成，均为独立法人；钒、钛两条产业链的省内骨干企业已基本吸纳，大学和科研机构在提钒、钛材、液流电池方向具有前沿水平，整体上能够代表我省钒钛产业。储能一侧的力量可以继续加强。',
      agreement('members'),
    ),
    item(
      'C9-2',
      'conforms',
      '协议明确了对外承担法律责任的主体，规定了授权范围和授权程序，约定了内部责任分担方式。退出成员对退出前债务的分担宜作补充约定。',
      agreement('liableBody'),
      agreement('liabilitySharing'),
    ),
    item(
      'C9-3',
      'mostly-conforms',
      '制定了经费管理办法，建立了与秘书处分离的监督小组，政府资助经费单独核算，协议明确了违约责任。部分成员首期出资未提供凭证，执行有待加强。',
      paper('funds-rule', 2),
      agreement('fundsBreach'),
      paper('funds-proof', 3),
    ),
    item(
      'C9-4',
      'conforms',
      '资金已经到位并有凭证，开始运行至受理之日已满一年；创新链各环节任务明确，公共平台已对外服务。',
      paper('funds-proof', 1),
      paper('pilot-application', 1),
    ),
    item(
      'C9-5',
      'conforms',
      '发展战略规划确定了总体目标、阶段目标和重点任务，明晰了各成员单位的任务分工和年度计划。2027年度任务较为集中，应当排出先后。',
      paper('strategy-plan', 1),
      paper('strategy-plan', 5),
    ),
  ],
  problems:
    '1. 液流电池任务（T03）的循环寿命指标没有写明加速试验方法和阶段判据，膜与双极板的责任单位不够清楚。\n2. 31家成员单位的首期出资未附缴款凭证，未见秘书处催缴和处理的记录。\n3. 2027年度重大节点过于集中，规划未留余量；增材制造任务（T06）考核指标偏低。\n4. 协议对退出成员就退出前已发生责任的分担没有约定。',
  suggestions:
    '1. 补充T03加速寿命试验方案和阶段判据，膜、双极板各明确一家负责单位，并提交30千瓦电堆测试报告。\n2. 三十日内补齐全部成员单位的缴款明细和凭证，逾期未缴的按协议处理。\n3. 修订规划，设置冷床炉改造检查点，区分试验件评价与装机验证；T06收窄范围或并入T02。\n4. 以补充协议明确退出成员的责任分担，并由全体成员单位法定代表人签署。',
}
