import { addDays, type CalendarDate } from '../../domain/date'
import type { DossierFile } from '../../domain/dossier'
import type { Action } from '../../records/payloads'
import { emptyEnding, registerEnding, type EndingLine } from '../ended-register'

import { liveOut } from './live-out'
import { asAllianceOf, type SampleLife } from './sample-lives'

type Said = Parameters<typeof liveOut>[3] & { readonly today: CalendarDate }

/** The records of one alliance of 示例省, as of a day, out of the sample that it is made from. Pure. */
export function actionsOfLife(life: SampleLife, sample: DossierFile, said: Said): readonly Action[] {
  const { file, begun, steps } = life.plan(asAllianceOf(sample, life), said.today)
  return liveOut(file, begun, steps, said)
}

/** A line of the register for an alliance of 示例省 that merged into another: it ended, and nothing is barred. Pure. */
export function actionsOfMerger(lines: readonly EndingLine[], today: CalendarDate): readonly Action[] {
  const decidedOn = addDays(today, -200)
  const draft = {
    ...emptyEnding,
    allianceName: '示例省磷化工新材料产业技术创新联盟',
    leadUnitName: '示例川磷新材料股份有限公司',
    decidedOn,
    ground: 'ended',
    source: '关于合并组建联盟的报告（示例）',
  }
  const decided = registerEnding(draft, lines, { today })
  return decided.ok ? decided.value : []
}
