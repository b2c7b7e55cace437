import { agreement, item, paper, type OpinionText } from './opinion-texts'

/** The four technical experts, in the order of the panel. */
export const technicalOpinions: readonly OpinionText[] = [
  {
    items: [
      item(
        'C12-1',
        'conforms',
        '逐页核对了签署页，36家均由法定代表人签字，日期一致，印章名称与成员表相符。协议有效期到2030年，合作关系稳定。',
        agreement('signatures'),
        agreement('members'),
      ),
      item(
        'C12-2',
        'mostly-conforms',
        '三项核心技术的指标是量化的，钒回收率由62%到75%、8吨级钛锭、42千瓦电堆，都可以考核。但粉末和增材一项与主线关系不紧，指标偏松，建议收窄。',
        agreement('goals'),
        agreement('tasks-end', '细粉收得率45%以上'),
      ),
      item(
        'C9-1',
        'conforms',
        '矿山、冶炼、加工、储能、应用都有骨干企业，两所大学和几家院所在提钒和液流电池方面确有积累，能够代表我省钒钛的整体水平。',
        agreement('members'),
        paper('necessity', 3),
      ),
      item(
        'C9-2',
        'conforms',
        '责任主体为理事长单位，授权范围写了五项，程序分一百万元上下两档，内部分担按项目责任、共同责任、过错责任三种情形，清楚。',
        agreement('liableBody'),
        agreement('liabilitySharing'),
      ),
      item(
        'C9-3',
        'conforms',
        '有单独的经费管理办法，专账核算，监督小组由三家推荐且不得兼任秘书处职务。协议{fundsBreach}对逾期和挪用都写了后果。',
        paper('funds-rule', 2),
        agreement('fundsBreach'),
      ),
      item(
        'C9-4',
        'conforms',
        '首笔资金2025年6月到账，7月起运行，满一年。汇报时出示了T01千吨级试验线的运行记录，不是纸面任务。',
        paper('funds-proof', 1),
        paper('pilot-application', 1),
      ),
      item(
        'C9-5',
        'conforms',
        '规划五部分齐全，36家单位都有分工，年度计划到项。路线图宜尽早成稿。',
        paper('strategy-plan', 4),
      ),
    ],
    overall: '该联盟任务集中、企业投入真实，技术路线与攀西资源禀赋相符，具备试点条件。',
    problems:
      '1. 增材制造任务（T06）与三项核心技术关联度不高，考核指标偏低。2. 短流程提钒的渣中钛去向在任务书里没有写清，只讲回收率容易顾此失彼。',
    suggestions: '1. T06收窄到航空结构件验证，或并入T02。2. T01补充钛在渣相中的分配和后续利用的考核指标。',
    vote: 'agree',
  },
  {
    items: [
      item(
        'C12-1',
        'conforms',
        '签署页共36家，签字人与成员表所列法定代表人逐一相同，无代签。',
        agreement('signatures'),
      ),
      item(
        'C12-2',
        'conforms',
        '任务十项，均有牵头单位、起止时间和经费。大规格钛锭由攀宁钛业牵头，川锦、德阳重型锻造、航宇结构件跟进应用，熔炼—锻造—评价是一条完整的线。',
        agreement('tasks'),
      ),
      item(
        'C9-1',
        'conforms',
        '钛材方面省内有分量的单位基本在内。海绵钛环节偏弱，但不影响整体代表性。',
        agreement('members'),
        paper('filing-form', 2),
      ),
      item(
        'C9-2',
        'conforms',
        '条款完备，第（三）类过错责任由行为人承担，避免了中小成员的顾虑。',
        agreement('authorityScope'),
        agreement('authorityProcedure'),
      ),
      item(
        'C9-3',
        'conforms',
        '办法十六条，审批权限分三档，政府资金单列，符合要求。',
        paper('funds-rule', 1),
        paper('government-accounting', 1),
      ),
      item(
        'C9-4',
        'conforms',
        '六笔回单合计950万元，运行一年两个月有余。任务环节从研发、中试到产业化衔接得上。',
        paper('funds-proof', 1),
        paper('funds-proof', 3),
      ),
      item(
        'C9-5',
        'mostly-conforms',
        '规划总体可行。2027年同时安排8吨锭试制、膜中试和示范电站投运，三件大事挤在一年，进度风险偏大。',
        paper('strategy-plan', 5),
      ),
    ],
    overall: '同意列为试点。钛锭方向的指标定得实在，跳一跳够得着。',
    problems:
      '2027年度任务过于集中，冷床炉改造一旦拖期，8吨级钛锭和后续应用评价都会顺延，规划没有留余量，也没有备选安排。',
    suggestions: '对2027年的节点排出先后，给冷床炉改造设一个2026年底的检查点；检查点未过的，相应调整2028年任务。',
    vote: 'agree',
  },
  {
    items: [
      item(
        'C12-1',
        'conforms',
        '协议由36家法定代表人共同签署，签署日期为2025年5月18日，早于备案。',
        agreement('signatures'),
      ),
      item(
        'C12-2',
        'does-not-conform',
        '液流电池任务（T03）的“循环15000次容量保持率90%”在三年任务期内无法直接测完，表中没有写加速试验方法和判据，目标看似明确，实则不能考核。双极板由谁牵头也没有写，石墨公司只列为参加单位。',
        agreement('tasks', '循环15000次容量保持率90%'),
      ),
      item(
        'C9-1',
        'mostly-conforms',
        '储能一侧只有一家系统集成企业和一家研究所，膜企业规模较小。钒钛冶金一侧很强，两头不平衡。',
        agreement('members'),
      ),
      item('C9-2', 'conforms', '责任主体和授权都有明文。', agreement('liableBody')),
      item('C9-3', 'conforms', '制度齐备，未发现问题。', paper('funds-rule', 1)),
      item(
        'C9-4',
        'cannot-tell',
        '资金和时间满足要求。但申请书只说各任务“按季度报送进展”，没有附T03的任何测试数据，无法判断储能一支是否真正运行起来。',
        paper('pilot-application', 1, '各任务牵头单位按季度报送进展'),
      ),
      item('C9-5', 'conforms', '五项内容俱全。', paper('strategy-plan', 1)),
    ],
    overall:
      '冶金方向的准备是充分的，储能方向的目标写得不可考核。作为一个以储能为三大方向之一的联盟，我认为应当先改任务书再列入试点。',
    problems: 'T03寿命指标没有试验方法；膜、双极板的责任单位不清；没有提供任何电堆测试记录。',
    suggestions:
      '补充T03的加速寿命试验方案和阶段判据，明确膜与双极板各由一家单位负责，提交30千瓦电堆的测试报告后再审。',
    vote: 'disagree',
    dissent:
      '本人不同意本次直接通过。办法第十二条要求技术创新目标明确，目标明确的前提是可以考核。T03“循环15000次容量保持率90%”按每天一个循环要四十年，按满负荷连续测试也超出任务期，任务书既未写加速试验方法，也未写中间判据，等于没有寿命指标。该任务经费300万元，占联盟经费近六分之一，不宜带着这样的缺口列入试点。建议补充试验方案和电堆测试报告后复核，复核通过的，本人同意。',
  },
  {
    items: [
      item(
        'C12-1',
        'conforms',
        '核对签署页与附件一，名称、法定代表人一致。',
        agreement('signatures'),
        agreement('members'),
      ),
      item(
        'C12-2',
        'conforms',
        '航空钛合金棒材、锻件、结构件评价三个环节分别由川锦、德阳重型锻造和航宇结构件承担，上下游的交付关系明确。',
        agreement('tasks'),
      ),
      item(
        'C9-1',
        'conforms',
        '材料研制单位与应用单位同在联盟之内，对航空材料来说这一点很难得。',
        agreement('members'),
      ),
      item('C9-2', 'conforms', '授权一事一授并登记编号，便于追溯。', agreement('authorityProcedure')),
      item(
        'C9-3',
        'conforms',
        '监督小组与秘书处人员不交叉，审计每年一次。',
        paper('funds-rule', 2),
        agreement('fundsBreach'),
      ),
      item(
        'C9-4',
        'conforms',
        '投入和运行时间满足要求。T02冷床炉改造已经立项，属于实质性运行。',
        paper('funds-proof', 1),
      ),
      item(
        'C9-5',
        'mostly-conforms',
        '规划中没有写航空材料的认证周期。结构件从试制到装机一般要五年以上，2028年“结构件验证完成”只能理解为试验件验证，应当写准。',
        paper('strategy-plan', 3),
        paper('strategy-plan', 6),
      ),
    ],
    overall: '总体符合试点条件，个别表述应当更准确。',
    problems: '规划对航空材料认证的周期估计不足，“验证”一词含义不清，容易在期满测评时产生争议。',
    suggestions: '把T02、T06的考核节点区分为“试验件评价”和“装机验证”，后者列为五年以后的目标。',
    vote: 'agree',
  },
]
