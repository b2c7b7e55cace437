/** Papers of the office around a panel, all of them work rules: 抽取记录, 评审会通知, 答辩通知, 咨询费发放表. */
import { formatChineseDate, type CalendarDate } from '@shared/domain/date'
import { seatedOf, type ExpertDraw } from '@shared/domain/expert-draw'
import type { OfficeSettings } from '@shared/domain/office'
import type { Panel } from '@shared/domain/panel'
import type { Result } from '@shared/lib/result'
import type { DocumentModel } from './blocks'
import { listNames, sentence } from './chinese-text'
import { Gaps, type MissingValues } from './missing-values'
import { paragraph, plainDocument, seal, type DocumentFrame } from './plain-document'

/** What every one of them is made of. */
export type PanelOfficeFacts = DocumentFrame & {
  readonly panel: Panel
  readonly allianceNames: readonly string[]
  readonly settings: OfficeSettings
}

const outcomeNames: Readonly<Record<ExpertDraw['answers'][number]['outcome'], string>> = {
  accepted: '同意参加',
  declined: '不能参加',
  'not-reached': '未联系上',
  recused: '回避',
}

/** 专家抽取记录表: pool, seed, the order that follows from them, what each answered, who sits and who stands by. */
export function composeDrawRecord({
  draw,
  panel,
  ...frame
}: PanelOfficeFacts & { readonly draw: ExpertDraw }): Result<DocumentModel, MissingValues> {
  const gaps = new Gaps()
  const title = gaps.text(panel.title, 'panel.title', '评审会名称')
  return gaps.resolve(() => {
    const { order, answerOf, seated, standBy } = seatedOf(draw)
    const seatOf = (id: string) =>
      seated.some(({ expertId }) => expertId === id)
        ? '参加'
        : standBy.some(({ expertId }) => expertId === id)
          ? '候补'
          : '—'
    return plainDocument(frame, {
      kind: 'expert-draw-record',
      about: `${panel.id}/${draw.seed}`,
      title: '评审专家抽取记录表',
      blocks: [
        paragraph(`评审会：${title}。抽取日期：${formatChineseDate(draw.drawnOn)}。`),
        paragraph(
          `${draw.place === '' ? '' : `地点：${draw.place}。`}${draw.field === '' ? '' : `专业领域：${draw.field}。`}` +
            `备选专家${draw.pool.length}人，拟请${draw.wanted}人。`,
        ),
        paragraph(
          `随机种子：${draw.seed}。按工作规则，以“种子、换行、专家编号”的SHA-256值由小到大排出次序，` +
            '依次联系；凭种子和备选名单可以重新排出同样的次序。',
        ),
        {
          kind: 'table',
          columns: [
            { header: '次序', width: 2.5, align: 'centre' },
            { header: '姓名', width: 4, align: 'centre' },
            { header: '工作单位', width: 9 },
            { header: '联系结果和理由', width: 8 },
            { header: '安排', width: 3, align: 'centre' },
          ],
          rows: order.map(({ expertId, name, unitName }, index) => {
            const answer = answerOf.get(expertId)
            return [
              String(index + 1),
              name,
              unitName,
              answer === undefined
                ? '—'
                : `${outcomeNames[answer.outcome]}${answer.reason === '' ? '' : `：${answer.reason}`}`,
              seatOf(expertId),
            ]
          }),
        },
        { kind: 'paragraph', align: 'flush', content: [{ text: `抽取人：${draw.drawnBy}（签名）` }, { blank: 8 }] },
        {
          kind: 'paragraph',
          align: 'flush',
          content: [{ text: `监督人：${draw.supervisedBy}（签名）` }, { blank: 8 }],
        },
      ],
    })
  })
}

/** 专家咨询费发放表: identity and bank numbers, amounts and signatures are blank for the pen and never kept here. */
export function composeFeeSheet({ panel, ...frame }: PanelOfficeFacts): Result<DocumentModel, MissingValues> {
  const gaps = new Gaps()
  const title = gaps.text(panel.title, 'panel.title', '评审会名称')
  const members = panel.members.flatMap(({ expertId }) => panel.experts.find(({ id }) => id === expertId) ?? [])
  if (members.length === 0) gaps.add('panel.members', '专家组成员')
  return gaps.resolve(() =>
    plainDocument(frame, {
      kind: 'fee-sheet',
      about: panel.id,
      title: '专家咨询费发放表',
      blocks: [
        paragraph(`评审会：${title}，${formatChineseDate(panel.heldOn)}。`),
        paragraph('证件号码、银行账号、金额和签名由本人和经办人用笔填写。'),
        {
          kind: 'table',
          columns: [
            { header: '序号', width: 2, align: 'centre' },
            { header: '姓名', width: 4.5, align: 'centre' },
            { header: '单位和职称', width: 7 },
            { header: '证件号码', width: 6 },
            { header: '开户行和账号', width: 7 },
            { header: '应发', width: 3 },
            { header: '扣税', width: 3 },
            { header: '实发', width: 3 },
            { header: '签名', width: 4 },
          ],
          rows: members.map(({ name, unitName, title: post }, index) => [
            String(index + 1),
            name,
            post === '' ? unitName : `${unitName}\n${post}`,
            ...[4, 4, 2, 2, 2, 2].map((blank) => [{ blank }]),
          ]),
        },
        {
          kind: 'paragraph',
          align: 'flush',
          content: [{ text: '经办人：' }, { blank: 6 }, { text: ' 审核人：' }, { blank: 6 }],
        },
      ],
    }),
  )
}

type Invitation = { readonly startTime: string; readonly contact: string; readonly issuedOn: CalendarDate | null }

/** 评审会通知, to the experts: when, where, what on; the declaration on recusal comes first. */
export function composePanelInvitation(facts: PanelOfficeFacts & Invitation): Result<DocumentModel, MissingValues> {
  const { panel, allianceNames, settings, ...frame } = facts
  const gaps = new Gaps()
  const { place, startTime, contact, issuedOn } = meetingOf(facts, gaps)
  if (panel.members.length === 0) gaps.add('panel.members', '专家组成员')
  return gaps.resolve(() =>
    plainDocument(frame, {
      kind: 'panel-invitation',
      about: panel.id,
      title: '评审会通知',
      blocks: [
        { kind: 'addressee', text: '各位专家' },
        paragraph(`${panel.title}定于${formatChineseDate(panel.heldOn)}${startTime}召开，现将有关事项通知如下：`),
        paragraph(`地点：${place}。`),
        paragraph(`评审的联盟（${allianceNames.length}个）：${listNames(allianceNames)}。`),
        paragraph(
          '按评审工作规则，请会前逐个联盟申报有无回避事由；对评审材料、过程和意见保密；不接受、不转达请托，遇有请托即报告；' +
            '请本人到会，不能委托他人代替。',
        ),
        paragraph(`联系方式：${sentence(contact)}`),
        ...(issuedOn === undefined ? [] : [seal(settings.departmentName, issuedOn)]),
      ],
    }),
  )
}

/** 答辩通知, to the alliances: their order, when each begins, how many may come. */
export function composeHearingNotice(
  facts: PanelOfficeFacts & Invitation & { readonly minutes: string; readonly persons: string },
): Result<DocumentModel, MissingValues> {
  const { panel, allianceNames, settings, minutes: each, persons, ...frame } = facts
  const gaps = new Gaps()
  const { place, startTime, contact, issuedOn } = meetingOf(facts, gaps)
  const begins = minutesOfDay(startTime)
  if (startTime !== '' && begins === null) gaps.add('startTime', '开始时间（如 9:00）')
  const minutes = /^[1-9]\d{0,2}$/u.test(each) ? Number(each) : null
  if (minutes === null) gaps.add('minutes', '每个联盟的答辩时间（分钟）')
  if (!/^[1-9]\d?$/u.test(persons)) gaps.add('persons', '每个联盟到会人数')
  if (begins !== null && minutes !== null && begins + minutes * allianceNames.length > 24 * 60) {
    gaps.add('minutes', '一天之内能够完成的答辩时间')
  }
  return gaps.resolve(() =>
    plainDocument(frame, {
      kind: 'hearing-notice',
      about: panel.id,
      title: '答辩通知',
      blocks: [
        { kind: 'addressee', text: '各有关联盟理事长单位' },
        paragraph(`${panel.title}定于${formatChineseDate(panel.heldOn)}在${place}召开，请按下列次序到会汇报、答辩：`),
        {
          kind: 'table',
          columns: [
            { header: '次序', width: 3, align: 'centre' },
            { header: '联盟名称', width: 16 },
            { header: '时间', width: 7, align: 'centre' },
          ],
          rows: allianceNames.map((name, index) => {
            const from = (begins ?? 0) + index * (minutes ?? 0)
            return [String(index + 1), name, `${clock(from)}—${clock(from + (minutes ?? 0))}`]
          }),
        },
        paragraph(
          `按评审工作规则，每个联盟${minutes ?? ''}分钟（含提问），到会不超过${persons}人；` +
            '请提前15分钟候场，迟到的顺延至最后，仍未到的视为放弃答辩，不影响书面评审。',
        ),
        paragraph(`联系方式：${sentence(contact)}`),
        ...(issuedOn === undefined ? [] : [seal(settings.departmentName, issuedOn)]),
      ],
    }),
  )
}

function meetingOf({ panel, allianceNames, startTime, contact, issuedOn }: PanelOfficeFacts & Invitation, gaps: Gaps) {
  if (allianceNames.length === 0) gaps.add('panel.dossierIds', '评审的联盟')
  return {
    place: gaps.text(panel.place, 'panel.place', '评审地点'),
    startTime: gaps.text(startTime, 'startTime', '开始时间（如 9:00）'),
    contact: gaps.text(contact, 'contact', '联系人和联系方式'),
    issuedOn: gaps.value(issuedOn, 'issuedOn', '文书日期'),
  }
}

/** 9:00, 14:30 as minutes; null if it is no time of a day. */
function minutesOfDay(text: string): number | null {
  const [, hours, minutes] = /^(\d{1,2})[:：](\d{2})$/u.exec(text.normalize('NFKC')) ?? []
  if (hours === undefined || minutes === undefined || Number(hours) > 23 || Number(minutes) > 59) return null
  return Number(hours) * 60 + Number(minutes)
}

const clock = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
