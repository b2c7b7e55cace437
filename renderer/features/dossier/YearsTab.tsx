import type { DossierCase } from '@renderer/data/cases'
import { SupportPart } from '@renderer/parts/support/SupportPart'
import { ChangesRegister } from './registers/ChangesRegister'
import { EvaluationRegister } from './registers/EvaluationRegister'
import { FiguresRegister } from './registers/FiguresRegister'
import { ReportsRegister } from './registers/ReportsRegister'

/** 年度: the registers of the years of a pilot. */
export function YearsTab({ dossier }: { readonly dossier: DossierCase }) {
  return (
    <div className="stack">
      <ReportsRegister dossier={dossier} />
      <ChangesRegister dossier={dossier} />
      <EvaluationRegister dossier={dossier} />
      <FiguresRegister dossier={dossier} />
      <SupportPart dossierId={dossier.file.id} />
    </div>
  )
}
