import { workDayDeadline, type WorkCalendar } from '@shared/calendar/work-calendar'
import { formatChineseDate, type CalendarDate } from '@shared/domain/date'
import { memberById } from '@shared/domain/dossier'
import { isChangeOfStatute, type Change } from '@shared/domain/change'
import { measureOf, measures } from '@shared/domain/measure'
import { changesOfPilot } from '@shared/domain/pilot-dates'
import type { Result } from '@shared/lib/result'
import type { DocumentModel } from './blocks'
import { sentence, verbatimLines } from './chinese-text'
import { composeLetter, letterBlocks, type Letter, type LetterWording } from './letter'
import { Gaps, type MissingValues } from './missing-values'
import { plainDocument, seal, type DossierPaperFacts } from './plain-document'
import { changeNames } from './vocabulary/values'

export type ChangeReceiptFacts = DossierPaperFacts & {
  readonly change: Change
  readonly calendar: WorkCalendar
  readonly issuedOn: CalendarDate | null
}

export const changeReceiptWording: LetterWording = {
  kind: 'change-receipt',
  required: ['联盟名称', '变更事项', '期限情况'],
  title: () => ['产业技术创新战略联盟', '变更备案', '回执'],
  body: (say) => [
    `你单位代表${say('联盟名称')}报送的变更情况收悉。变更事项：${say('变更事项')}${say.part('变更单位', (row) => `（${row('单位名称')}）`)}。`,
    ...say.each('变更说明', (row) => [row('段落')]),
    `《${say('办法名称')}》第十八条规定，应在完成相关手续后${measures['2010'].changeWorkDays}个工作日内将有关情况报省科技厅备案。${say('期限情况')}`,
    '按工作规则，本回执只说明收到变更备案，不表示对变更事项的批准。',
  ],
}

/**
 * 变更备案回执 (Art. 18): what changed, when the formalities were completed, the last of 30 working days, and whether the
 * filing came in time; 暂定 where a year on the way has no published calendar. Filing is no approval (note 24).
 */
export const composeChangeReceipt = (facts: ChangeReceiptFacts): Result<DocumentModel, MissingValues> =>
  composeLetter(changeReceiptLetter(facts))

/** The same with its words still open. */
export function changeReceiptLetter(facts: ChangeReceiptFacts): Result<Letter, MissingValues> {
  const { file, change, settings, regulationTitle } = facts
  const { alliance } = file.content
  const gaps = new Gaps()
  const chair = gaps.value(
    memberById(file.content, alliance.chairUnitId),
    'file.content.alliance.chairUnitId',
    '理事长单位',
  )
  const filedOn = gaps.value(change.filedOn, 'change.filedOn', '收到变更备案的日期')
  if (!changesOfPilot(file.proceedings).some(({ id }) => id === change.id)) {
    gaps.add('change', '试点期内的变更（“其他”除外）')
  }
  const issuedOn = gaps.value(facts.issuedOn, 'issuedOn', '回执日期')
  const unit = memberById(file.content, change.unitId)
  const kind = changeNames[change.kind]
  return gaps.resolve(() => ({
    wording: changeReceiptWording,
    values: {
      联盟名称: alliance.name,
      变更事项: kind,
      变更单位: unit === undefined ? [] : [{ 单位名称: unit.fullName }],
      变更说明: [
        ...effectLines(facts),
        ...verbatimLines(change.description === '' ? '' : sentence(change.description)),
      ].map((段落) => ({ 段落 })),
      办法名称: regulationTitle,
      期限情况: deadlineSentences(facts, filedOn),
    },
    set: ({ title, body }) =>
      plainDocument(facts, {
        kind: 'change-receipt',
        about: `${file.id}/${change.id}`,
        title,
        blocks: [
          { kind: 'addressee', text: chair?.fullName ?? '' },
          ...letterBlocks(body),
          ...(issuedOn === undefined ? [] : [seal(settings.departmentName, issuedOn)]),
        ],
      }),
  }))
}

function deadlineSentences({ file, change, calendar }: ChangeReceiptFacts, filedOn: CalendarDate | undefined): string {
  const { lastDay, provisional } = workDayDeadline(change.completedOn, measureOf(file).changeWorkDays, calendar)
  const completed = `相关手续于${formatChineseDate(change.completedOn)}完成`
  const inTime = filedOn === undefined ? '' : filedOn <= lastDay ? '未超过该期限' : '已超过该期限'
  const received = filedOn === undefined ? '' : `变更备案于${formatChineseDate(filedOn)}收到，`
  // The alliance's own name and its secretariat are not in the text (note 24).
  const notNamed = isChangeOfStatute(change.kind) ? '' : '该条未列明本项变更，按工作规则参照办理。'
  return provisional
    ? `${notNamed}${completed}，期限最后一日暂定为${formatChineseDate(lastDay)}（所涉年度的工作日安排尚未公布，公布后重新计算）；` +
        `${received}按暂定的日期${inTime}。`
    : `${notNamed}${completed}，期限最后一日为${formatChineseDate(lastDay)}；${received}${inTime}。`
}

/** What the change does, as it was filed: each name as it stands on the paper. */
function effectLines({ file, change }: ChangeReceiptFacts): readonly string[] {
  const { kind, unitId, effect, carried, paper = '' } = change
  const nameOf = (id: string | null | undefined) => memberById(file.content, id ?? null)?.fullName ?? ''
  const { newName, unitIds = [], toUnitId, units = [] } = effect ?? {}
  const before = carried?.oldName ?? (kind === 'alliance-renamed' ? file.content.alliance.name : nameOf(unitId))
  const coming = units.map(({ fullName }) => fullName).join('、')
  const to = toUnitId === undefined ? coming : nameOf(toUnitId)
  const lines = [
    newName === undefined ? '' : `原名称为${before}，新名称为${newName}。`,
    kind === 'member-joined' && coming !== '' ? `加入的单位为${coming}。` : '',
    kind === 'member-split' && coming !== '' ? `分立后的单位为${coming}。` : '',
    unitIds.length === 0 || to === '' ? '' : `${unitIds.map(nameOf).join('、')}合并为${to}。`,
    kind === 'chair-changed' && to !== '' ? `理事长单位变更为${to}。` : '',
    kind === 'secretariat-changed' && to !== '' ? `秘书处依托单位变更为${to}。` : '',
    paper === '' ? '' : `备案文件为${paper}。`,
  ]
  return lines.filter((line) => line !== '')
}
