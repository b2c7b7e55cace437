import { formatChineseDate } from '@shared/domain/date'
import type { NoticeSection } from '@shared/domain/pilot'
import { pilotTerm } from '@shared/domain/pilot-dates'
import { chineseNumeral } from '@shared/lib/chinese-numeral'
import type { Result } from '@shared/lib/result'
import { noteRowGaps, settledNames, subjectName } from './alliance-list'
import type { DocumentModel } from './blocks'
import { clauseName, listNames } from './chinese-text'
import { startSentence } from './evaluation-notice'
import { letterBlocks, type Letter, type LetterText, type LetterWording } from './letter'
import { Gaps, type MissingValues } from './missing-values'
import type { NoticeFacts } from './notice-facts'
import { lacksForSection, sectionAnnex, sectionNames, sectionsOf, type FilledSection } from './notice-sections'
import { noteOfficialGaps, officialDocument } from './official-document'

/** Basis, then one numbered part for each section that lists somebody, then the duties of Art. 16 and 18. */
export const compositeNoticeWording: LetterWording = {
  kind: 'composite-notice',
  required: ['事项'],
  title: (say) => ['关于公布', '四川省', '产业技术创新战略联盟', say('事项'), '名单的通知'],
  body: (say) => [
    `${say.part('依据条款', (row) => `根据《${row('办法名称')}》（以下简称《办法》）${row('内容')}规定，`)}现将有关事项公布如下：`,
    ...say.each('新增', (row) => [
      `${row('序')}、新增试点联盟`,
      `经处室审核、专家组综合审核和四川省推进产学研创新联盟构建工作协调指导小组会商，确定${row('联盟')}为${subjectName}试点` +
        `（名单见${row('附件')}）。试点有效期限三年${row.part('试点期', (term) => `，自${term('起始日')}起至${term('截止日')}止`)}。`,
    ]),
    ...say.each('重新登记', (row) => [
      `${row('序')}、重新登记`,
      `测评合格${row('个数')}个，予以重新登记，继续作为${subjectName}试点（名单见${row('附件')}）。试点有效期限三年；${row('起算')}。`,
    ]),
    ...say.each('名称变更', (row) => [
      `${row('序')}、名称变更`,
      `${row('个数')}个联盟的名称已经变更，现予公布（原名称和现名称对照见${row('附件')}）。`,
    ]),
    ...say.each('限期整改', (row) => [
      `${row('序')}、限期整改`,
      `按工作规则，${row('个数')}个联盟限期整改（名单见${row('附件')}）` +
        `${row.part('期限', (by) => `，请于${by('日期')}前完成整改并报送整改情况`)}。`,
    ]),
    ...say.each('撤销', (row) => [
      `${row('序')}、撤销试点联盟资格`,
      `依据《办法》${row('条款')}，撤销${row('个数')}个联盟的试点联盟资格（名单见${row('附件')}）。`,
    ]),
    ...say.each('现有名单', (row) => [
      `${row('序')}、现有试点联盟`,
      `${row.part('日期', (day) => `截至${day('内容')}，`)}${subjectName}试点共${row('个数')}个（名单见${row('附件')}）。`,
    ]),
    ...say.each('要求', (row) => [
      `${row('序')}、有关要求`,
      '试点联盟须按照《办法》第十六条规定，于每年12月中旬将本年度工作总结和下年度工作计划分别报省科技厅相关业务处和政策法规处。',
      '试点联盟牵头单位发生更名、重组等重大调整的，或联盟成员单位发生调整的，应按照《办法》第十八条规定，在完成相关手续后30个工作日内将有关情况报省科技厅备案。',
    ]),
  ],
}

/** Sections whose alliances go on as pilots. */
const goingOn: ReadonlySet<NoticeSection> = new Set(['added', 're-registered', 'in-force'])

/**
 * 综合公布通知 (Art. 13-19): new pilots, re-registrations, new names, rectifications, revocations and the list in force,
 * in any combination, each from the records. 限期整改 is named a work rule, for Art. 17 knows none. Counts are
 * numbers of rows.
 */
export function compositeNoticeLetter(facts: NoticeFacts): Result<Letter, MissingValues> {
  const { batch, settings, draft, listed = [], dossiers } = facts
  const gaps = new Gaps()
  noteOfficialGaps({ notice: batch.notice, ...(draft === undefined ? {} : { draft }) }, 'batch.notice', gaps)
  if (draft === undefined && batch.notice.writtenOn !== null && pilotTerm(batch.notice, settings) === null) {
    gaps.add('batch.notice', '试点期起算日期')
  }
  const sections = sectionsOf(facts)
  if (sections.length === 0) gaps.add('batch.dossierIds', '通知公布的名单')
  const known = new Set<string>([...listed, ...dossiers].map(({ id }) => id))
  const ids = [...batch.dossierIds, ...(batch.sections ?? []).flatMap(({ dossierIds }) => dossierIds)]
  for (const id of new Set(ids.filter((one) => !known.has(one)))) gaps.add('dossiers', `编号${id}的案卷`)
  for (const { kind, dossiers: rows } of sections) {
    if (rows.length === 0) gaps.add('batch.sections', `${sectionNames[kind]}的联盟`)
    for (const file of rows) {
      const lacking = lacksForSection(kind, file, batch.dossierIds.includes(file.id))
      if (lacking !== null) gaps.add('batch.sections', `${file.content.alliance.name}的${lacking}`)
      if (kind === 'added') noteRowGaps(file, `dossiers[${dossiers.indexOf(file)}]`, settings, gaps)
    }
  }
  return gaps.resolve(() => ({
    wording: compositeNoticeWording,
    values: valuesOf(facts, sections),
    set: (text) => setNotice(facts, sections, text),
  }))
}

function valuesOf(facts: NoticeFacts, sections: readonly FilledSection[]): Letter['values'] {
  const { batch, settings, regulationTitle } = facts
  const term = pilotTerm(batch.notice, settings)
  const clauses = clausesOf(sections)
  const { writtenOn } = batch.notice
  const rowOf = (kind: NoticeSection) => {
    const index = sections.findIndex((section) => section.kind === kind)
    const section = sections[index]
    if (section === undefined) return []
    return [
      {
        序: chineseNumeral(index + 1),
        个数: String(section.dossiers.length),
        附件: sections.length === 1 ? '附件' : `附件${index + 1}`,
        联盟: settledNames(section.dossiers),
        起算: startSentence(settings),
        条款: revokedBy(section),
        试点期: term === null ? [] : [{ 起始日: formatChineseDate(term.from), 截止日: formatChineseDate(term.to) }],
        期限: section.until === null || section.until === undefined ? [] : [{ 日期: formatChineseDate(section.until) }],
        日期: writtenOn === null ? [] : [{ 内容: formatChineseDate(writtenOn) }],
      },
    ]
  }
  return {
    事项: mattersOf(facts, sections),
    依据条款: clauses === '' ? [] : [{ 办法名称: regulationTitle, 内容: clauses }],
    新增: rowOf('added'),
    重新登记: rowOf('re-registered'),
    名称变更: rowOf('renamed'),
    限期整改: rowOf('rectifying'),
    撤销: rowOf('revoked'),
    现有名单: rowOf('in-force'),
    要求: sections.some(({ kind }) => goingOn.has(kind)) ? [{ 序: chineseNumeral(sections.length + 1) }] : [],
  }
}

/** 新增试点（第三批）、重新登记和撤销. */
function mattersOf({ batch }: NoticeFacts, sections: readonly FilledSection[]): string {
  const names = sections.map(({ kind }) =>
    kind === 'added' ? `${sectionNames.added}（第${chineseNumeral(batch.seq)}批）` : sectionNames[kind],
  )
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${listNames(names.slice(0, -1))}和${last}`
}

const revokedBy = ({ dossiers }: FilledSection): string =>
  listNames([...new Set(dossiers.flatMap(({ proceedings: { revocation } }) => groundOf(revocation?.ground)))])

const groundOf = (ground: string | undefined): readonly string[] =>
  ground === undefined ? [] : [clauseName(ground === '17' ? '17' : '19')]

/** The articles that the sections carry out; what is a work rule has none. */
function clausesOf(sections: readonly FilledSection[]): string {
  const has = (kind: NoticeSection) => sections.some((section) => section.kind === kind)
  const articles = new Set<string>([
    ...(has('added') ? ['第十三条', '第十四条'] : []),
    ...(has('re-registered') ? ['第十五条', '第十七条'] : []),
    ...sections.flatMap((section) =>
      section.kind === 'revoked'
        ? section.dossiers.flatMap(({ proceedings }) => groundOf(proceedings.revocation?.ground))
        : [],
    ),
  ])
  return listNames([...articles])
}

function setNotice(facts: NoticeFacts, sections: readonly FilledSection[], { title, body }: LetterText): DocumentModel {
  const { batch } = facts
  return officialDocument(facts, {
    kind: 'notice',
    about: batch.id,
    title,
    subject: `${subjectName}${mattersOf(facts, sections)}名单`,
    notice: batch.notice,
    blocks: letterBlocks(body),
    annexes: sections.map((section, index) => sectionAnnex(section, sections.length === 1 ? null : index + 1, facts)),
  })
}
