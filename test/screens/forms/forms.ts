import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Forms that are walked on a division's desk with a dossier under review (division.test.tsx). */
export const formsOfDivision: readonly string[] = [
  'renderer/features/batches/BatchExport.tsx',
  'renderer/features/batches/BatchPage.tsx',
  'renderer/features/batches/NoticeForm.tsx',
  'renderer/features/division-review/DivisionReviewPage.tsx',
  'renderer/features/division-review/ReviewItem.tsx',
  'renderer/features/division-review/SigningFields.tsx',
  'renderer/features/dossier/ActionDialog.tsx',
  'renderer/features/endings/EndingDialog.tsx',
  'renderer/features/intake/fields.tsx',
  'renderer/features/intake/parts/AgreementPart.tsx',
  'renderer/features/intake/parts/MembersPart.tsx',
  'renderer/features/panel-opinion/OpinionWriting.tsx',
  'renderer/features/panels/AssignmentsPart.tsx',
  'renderer/features/panels/BasicsPart.tsx',
  'renderer/features/panels/ExpertDialog.tsx',
  'renderer/features/panels/RecusalPart.tsx',
  'renderer/features/panels/ReturnPart.tsx',
  'renderer/features/security/PassphraseDialog.tsx',
  'renderer/features/settings/AgencyList.tsx',
  'renderer/features/settings/DivisionList.tsx',
  'renderer/features/settings/FigureList.tsx',
  'renderer/features/settings/InterpretationFields.tsx',
  'renderer/features/settings/OfficeForm.tsx',
  'renderer/features/verify/PaperCode.tsx',
  'renderer/parts/papers/PaperForm.tsx',
  'renderer/parts/papers/TypedField.tsx',
  'renderer/parts/tables/TableIntake.tsx',
  'renderer/ui/MoneyInput.tsx',
  'renderer/ui/PanelRulesFields.tsx',
  'renderer/ui/ProtectionFields.tsx',
  'renderer/ui/TextArea.tsx',
]
/** Forms that are walked by themselves, with what they ask about invented (pieces.test.tsx). */
export const formsAlone: readonly string[] = [
  'renderer/features/audit/AuditFilters.tsx',
  'renderer/features/campaigns/CohortPart.tsx',
  'renderer/features/campaigns/ExtensionDialog.tsx',
  'renderer/features/campaigns/FiguresPage.tsx',
  'renderer/features/campaigns/RemindersDialog.tsx',
  'renderer/features/campaigns/ReturnsPart.tsx',
  'renderer/features/campaigns/TermsForm.tsx',
  'renderer/features/conflicts/SettleForm.tsx',
  'renderer/features/consultation/ConsultationPage.tsx',
  'renderer/features/countersign/CloseRound.tsx',
  'renderer/features/countersign/OpenRound.tsx',
  'renderer/features/countersigning/SigningForm.tsx',
  'renderer/features/dossier/DivisionOpinionView.tsx',
  'renderer/features/dossier/JudgeForm.tsx',
  'renderer/features/dossier/OverrideForm.tsx',
  'renderer/parts/StrikeLine.tsx',
  'renderer/features/exchange/UndoImport.tsx',
  'renderer/features/panel-opinion/ConfirmReview.tsx',
  'renderer/features/panel-opinion/CriterionWriting.tsx',
  'renderer/features/panel-opinion/Refusals.tsx',
  'renderer/features/panels/RevealForm.tsx',
  'renderer/features/security/ConfirmDialog.tsx',
  'renderer/features/snapshots/SnapshotsPart.tsx',
  'renderer/parts/figures/FiguresDialog.tsx',
  'renderer/ui/DayInput.tsx',
  'renderer/ui/NumberInput.tsx',
  'renderer/ui/PassphraseAsk.tsx',
  'renderer/ui/ReasonField.tsx',
  'renderer/ui/recovery-key/RecoveryKeySheet.tsx',
  'renderer/features/batches/AnswerDialog.tsx',
  'renderer/features/batches/CorrectionDialog.tsx',
  'renderer/features/dossier/registers/ChangeDialog.tsx',
  'renderer/features/dossier/registers/CourseDialog.tsx',
  'renderer/features/panels/DrawDialog.tsx',
  'renderer/features/panels/DrawnOrder.tsx',
  'renderer/features/dossier/registers/ComingUnits.tsx',
  'renderer/features/dossier/registers/PublishedDialog.tsx',
  'renderer/features/batches/DisplayPart.tsx',
  'renderer/features/batches/ObjectionDialog.tsx',
  'renderer/features/batches/SectionsPart.tsx',
  'renderer/features/consultation/CaseDecision.tsx',
  'renderer/features/review/MarkStrip.tsx',
  'renderer/parts/support/SupportDialog.tsx',
]
/** Forms that are walked on an expert's desk, at the first start and at the lock (expert.test.tsx). */
export const formsOfExpert: readonly string[] = [
  'renderer/features/first-run/FirstRunPage.tsx',
  'renderer/features/first-run/UnlockPage.tsx',
  'renderer/features/recusal/DeclarationForm.tsx',
  'renderer/features/review/CriterionPanel.tsx',
  'renderer/features/review/OverallPanel.tsx',
]

/** What takes typing and can take no wrong one, and why. */
export const harmless: Readonly<Record<string, string>> = {
  'renderer/app/DeskHeader.tsx': 'a search: every text is sought',
  'renderer/features/review/DossierSearch.tsx': 'a search: every text is sought',
  'renderer/ui/CopyText.tsx': 'read-only',
  'renderer/ui/pdf/PageBox.tsx': 'takes digits alone, and goes back to the page that is shown',
  'renderer/ui/pdf/PdfSearchBar.tsx': 'a search: every text is sought',
}

const root = join(import.meta.dirname, '../../..')

/** Names of the components of a file, by its path in the repository. */
export const namesIn = (file: string): readonly string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/(?:function|const) ([A-Z]\w+)/gu)].map(([, name]) => name!)
