import type { CalendarDate } from '@shared/domain/date'
import { unitKinds } from '@shared/domain/unit-kinds'
import {
  chainLinks,
  clauseKeys,
  dossierContentSchema,
  materialCodes,
  memberRoles,
  type DossierContent,
} from '@shared/domain/dossier'
import { Chance } from './chance'

const places = ['成都', '绵阳', '德阳', '攀枝花', '宜宾', '泸州', '自贡', '乐山', '南充', '达州', '雅安', '广元']
const trades = [
  '钒钛',
  '轨道交通',
  '生物医药',
  '集成电路',
  '动力电池',
  '航空装备',
  '白酒酿造',
  '核技术',
  '氢能',
  '软件',
]
const surnames = Array.from('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜')
const givenNames = Array.from('建国志强文丽秀英永明海燕德胜晓东雪梅俊杰春华立新')

/**
 * What alliance number `index` of the province says in a version: 8 to 42 members, 25 on average, of whom each change
 * touches few.
 */
export function contentOf(index: number, version: number, on: CalendarDate): DossierContent {
  const chance = new Chance('alliance', index)
  const trade = chance.pick(trades)
  const place = chance.pick(places)
  const name = `四川省${place}${trade}第${index + 1}产业技术创新战略联盟（示例）`
  const count = chance.between(8, 42)
  const members = Array.from({ length: count }, (_, number) => memberOf(chance, `${place}${trade}`, number, on))
  const units = members.map(({ unitId }) => unitId)
  const tasks = Array.from({ length: chance.between(3, 7) }, (_, number) => ({
    id: `t${number}`,
    name: chance.text(`课题${number + 1}：`, 30),
    nature: 'key-and-common' as const,
    chainLink: chance.pick(chainLinks),
    leadUnitId: chance.pick(units),
    unitIds: [...new Set([chance.pick(units), chance.pick(units), chance.pick(units)])],
    indicators: chance.text('指标：', 60),
    annualPlan: chance.text('计划：', 60),
    fundFen: chance.between(1, 900) * 1_000_000,
  }))
  const materials = materialCodes.slice(0, chance.between(6, 12)).map((code, number) => ({
    id: `m${number}`,
    code,
    title: `${name}材料${number + 1}`,
    fileName: `材料${number + 1}.pdf`,
    sha256: chance.hex(64),
    size: chance.between(40_000, 9_000_000),
    pages: chance.between(1, 90),
    receivedOn: on,
  }))
  // What a version changes is drawn last, so that everything before is the same in all of them.
  const changed = new Chance('alliance', index, 'version', version)
  return dossierContentSchema.parse({
    alliance: {
      name,
      shortName: `${place}${trade}联盟${index + 1}`,
      establishedOn: on,
      localAdvantage: chance.text(place, 120),
      technicalField: trade,
      chairUnitId: units[0],
      leadUnitId: units[0],
      secretariatUnitId: units[1],
      chairPerson: personOf(chance),
      secretaryGeneral: personOf(chance),
    },
    members: version < 4 ? members : members.with(1, memberOf(changed, '变更后', 1, on)),
    agreement: {
      signedOn: on,
      effectiveOn: on,
      clauses: Object.fromEntries(clauseKeys.map((key, at) => [key, { number: `第${at + 1}条`, page: at + 1 }])),
      liableBody: { kind: 'member', unitId: units[0] },
      signatures: members.map(({ unitId }, at) => ({
        unitId,
        signer: personOf(chance),
        capacity: 'legal-representative',
        signedOn: on,
        page: at + 3,
      })),
    },
    goals: { overall: chance.text('目标：', 150 + version), stages: chance.text('阶段：', 150) },
    tasks,
    funds: { injections: [{ source: 'member', amountFen: chance.between(1, 900) * 1_000_000, receivedOn: on }] },
    plan: {
      overall: chance.text('规划：', 150),
      stages: chance.text('分期：', 120),
      keyTasks: chance.text('任务：', 120),
      division: units.slice(0, 8).map((unitId) => ({ unitId, work: chance.text('分工：', 40) })),
      annual: changed.text('本年：', 120),
    },
    mechanisms: {
      credit: chance.text('信用：', 80),
      responsibility: chance.text('责任：', 120),
      benefit: chance.text('利益：', 120),
      organisation: chance.text('组织：', 120),
    },
    ...(version > 2 && {
      filing: { submittedOn: on, filedOn: on, filingNo: `川科备〔示例〕${index + 1}号` },
      application: { no: `示例${index + 1}`, appliedOn: on, applicantUnitId: units[0], hostDivisionId: 'high' },
    }),
    materials,
  })
}

function memberOf(chance: Chance, place: string, number: number, on: CalendarDate) {
  const kind = number === 0 ? 'enterprise' : chance.pick(unitKinds)
  return {
    unitId: `u${number}`,
    fullName: `${place}${chance.text('', 6)}${chance.between(100, 999)}${kind === 'university' ? '大学' : '有限公司'}（示例）`,
    creditCode: `91510${chance.between(1_000_000_000_000, 9_999_999_999_999)}`,
    kind,
    independentLegalPerson: true,
    leading: { isLeading: chance.next() < 0.3 },
    city: chance.pick(places),
    registeredCapitalFen: chance.between(1, 99_999) * 1_000_000,
    legalRepresentatives: [{ name: personOf(chance), from: on, to: null }],
    role: number === 0 ? ('chair' as const) : chance.pick(memberRoles.slice(1)),
    joinedOn: on,
    contributionFen: chance.between(0, 500) * 1_000_000,
    contributionForm: '现金',
  }
}

const personOf = (chance: Chance): string =>
  `${chance.pick(surnames)}${chance.pick(givenNames)}${chance.pick(givenNames)}`
