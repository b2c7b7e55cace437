import type { CalendarDate } from '../domain/date'
import type { Member } from '../domain/dossier'
import { readChoice, readCode, readDay, readLine, readMoney, readText, readYesNo } from './cells'
import type { TableShape } from './table-shape'

export type MemberRow = {
  readonly fullName: string
  readonly creditCode: string
  readonly kind: Member['kind']
  readonly independent: boolean
  readonly city: string
  readonly representative: string
  readonly role: Member['role']
  readonly capital: number
  readonly contribution: number
  readonly contributionForm: string
  readonly parentUnit: string
  readonly frontier: string
  readonly joinedOn: CalendarDate
  readonly leftOn: CalendarDate
}

/** A table of member units (成员单位表, part B of the application form) as offices write it. */
export const memberTable: TableShape<MemberRow> = {
  key: 'fullName',
  columns: {
    fullName: {
      heads: [
        ...['单位全称', '成员单位全称', '单位名称', '成员单位名称', '成员单位', '企业名称', '机构名称', '全称', '名称'],
        ...['单位', 'fullname', 'unit', 'name'],
      ],
      read: readLine(300),
    },
    creditCode: {
      heads: [
        ...['统一社会信用代码', '社会信用代码', '信用代码', '统一信用代码', '组织机构代码', '营业执照号', '机构代码'],
        'creditcode',
      ],
      read: readCode,
    },
    kind: {
      heads: ['单位类别', '类别', '单位类型', '类型', '单位性质', 'kind', 'type'],
      read: readChoice([
        ['other', /非企业|协会|学会|社团|社会组织|中介|其他|医院|金融|^other$/u],
        ['institute', /科研|研究|^institute$/u],
        ['university', /大学|高校|院校|学院|^university$/u],
        ['enterprise', /企业|公司|^enterprise$/u],
      ]),
    },
    independent: { heads: ['独立法人', '是否独立法人', '是否法人', '法人资格'], read: readYesNo },
    city: { heads: ['所在地', '所在市', '市州', '所在市州', '地区', '所在地区', '地市', 'city'], read: readLine(60) },
    representative: {
      heads: ['法定代表人', '法人代表', '法定代表人姓名', '法人', 'legalrepresentative'],
      read: readLine(300),
    },
    role: {
      heads: ['联盟中角色', '角色', '联盟职务', '联盟内职务', '在联盟中的角色', '职务', 'role'],
      read: readChoice([
        ['vice-chair', /副理事长|^vice/u],
        ['secretariat', /秘书|^secretar/u],
        ['chair', /理事长|牵头|盟主|^chair/u],
        ['director', /理事|^director/u],
        ['member', /成员|会员|参加|参与|普通|^member/u],
      ]),
    },
    capital: { heads: ['注册资金', '注册资本', '注册资本金', 'registeredcapital'], read: readMoney, isMoney: true },
    contribution: {
      heads: ['出资额', '出资', '认缴', '认缴额', '认缴出资额', '出资金额', '投入资金', 'contribution'],
      read: readMoney,
      isMoney: true,
    },
    contributionForm: { heads: ['出资方式', '出资形式'], read: readLine(100) },
    parentUnit: { heads: ['上级单位', '上级或所属单位', '所属单位', '主管单位'], read: readLine(300) },
    frontier: {
      heads: ['学科、技术前沿水平', '技术前沿水平', '前沿水平', '学科水平', '技术水平'],
      read: readText(20_000),
    },
    joinedOn: { heads: ['加入日期', '加入时间', '入盟日期', '入盟时间'], read: readDay },
    leftOn: { heads: ['退出日期', '退出时间'], read: readDay },
  },
  usualOrder: ['fullName', 'creditCode', 'kind', 'representative', 'role', 'city', 'contribution'],
}
