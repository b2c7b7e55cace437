import { workDayDeadline, type WorkCalendar } from '@shared/calendar/work-calendar'
import { formatChineseDate, type CalendarDate } from '@shared/domain/date'
import { memberById } from '@shared/domain/dossier'
import type { Change } from '@shared/domain/pilot'
import { changesToFile, changeWorkDays } from '@shared/domain/pilot-dates'
import type { Result } from '@shared/lib/result'
import { messages } from '@shared/messages/catalogue'
import type { DocumentModel } from './blocks'
import { sentence, verbatimParagraphs } from './chinese-text'
import { Gaps, type MissingValues } from './missing-values'
import { paragraph, plainDocument, seal, type DossierPaperFacts } from './plain-document'

export type ChangeReceiptFacts = DossierPaperFacts & {
  readonly change: Change
  readonly calendar: WorkCalendar
  readonly issuedOn: CalendarDate | null
}

/**
 * 变更备案回执 (Art. 18): what changed, when the formalities were completed, the last of 30 working days, and whether the filing came in
 * time; 暂定 where a year on the way has no published calendar. Filing is no approval (trap A24).
 */
export function composeChangeReceipt(facts: ChangeReceiptFacts): Result<DocumentModel, MissingValues> {
  const { file, change, settings, regulationTitle } = facts
  const { alliance } = file.content
  const gaps = new Gaps()
  const chair = gaps.value(
    memberById(file.content, alliance.chairUnitId),
    'file.content.alliance.chairUnitId',
    '理事长单位',
  )
  const filedOn = gaps.value(change.filedOn, 'change.filedOn', '收到变更备案的日期')
  if (!changesToFile(file.proceedings).some(({ id }) => id === change.id)) {
    gaps.add('change', '第十八条规定须备案的变更（试点期内牵头单位或成员单位的调整）')
  }
  const issuedOn = gaps.value(facts.issuedOn, 'issuedOn', '回执日期')
  const unit = memberById(file.content, change.unitId)
  const kind = messages['zh-CN'][`changeKind.${change.kind}`]
  return gaps.resolve(() =>
    plainDocument(facts, {
      kind: 'change-receipt',
      about: `${file.id}/${change.id}`,
      title: ['产业技术创新战略联盟', '变更备案', '回执'],
      blocks: [
        { kind: 'addressee', text: chair?.fullName ?? '' },
        paragraph(
          `你单位代表${alliance.name}报送的变更情况收悉。变更事项：${kind}${unit === undefined ? '' : `（${unit.fullName}）`}。`,
        ),
        ...verbatimParagraphs(change.description === '' ? '' : sentence(change.description)),
        paragraph(
          `《${regulationTitle}》第十八条规定，应在完成相关手续后${changeWorkDays}个工作日内将有关情况报省科技厅备案。` +
            deadlineSentences(facts, filedOn),
        ),
        paragraph('按工作规则，本回执只说明收到变更备案，不表示对变更事项的批准。'),
        ...(issuedOn === undefined ? [] : [seal(settings.departmentName, issuedOn)]),
      ],
    }),
  )
}

function deadlineSentences({ change, calendar }: ChangeReceiptFacts, filedOn: CalendarDate | undefined): string {
  const { lastDay, provisional } = workDayDeadline(change.completedOn, changeWorkDays, calendar)
  const completed = `相关手续于${formatChineseDate(change.completedOn)}完成`
  const inTime = filedOn === undefined ? '' : filedOn <= lastDay ? '未超过该期限' : '已超过该期限'
  const received = filedOn === undefined ? '' : `变更备案于${formatChineseDate(filedOn)}收到，`
  return provisional
    ? `${completed}，期限最后一日暂定为${formatChineseDate(lastDay)}（所涉年度的工作日安排尚未公布，公布后重新计算）；` +
        `${received}按暂定的日期${inTime}。`
    : `${completed}，期限最后一日为${formatChineseDate(lastDay)}；${received}${inTime}。`
}
