import { Navigate, Route, Routes } from 'react-router'
import type { Desk } from '@shared/ipc/contract'
import { AuditPage } from '@renderer/features/audit/AuditPage'
import { ExpertDesk } from '@renderer/features/assignments/ExpertDesk'
import { DossierPage } from '@renderer/features/dossier/DossierPage'
import { DossiersPage } from '@renderer/features/dossiers/DossiersPage'
import { IntakePage } from '@renderer/features/intake/IntakePage'
import { PanelPage } from '@renderer/features/panels/PanelPage'
import { PanelsPage } from '@renderer/features/panels/PanelsPage'
import { ConsultationPage } from '@renderer/features/consultation/ConsultationPage'
import { ConflictsPage } from '@renderer/features/conflicts/ConflictsPage'
import { ExchangePage } from '@renderer/features/exchange/ExchangePage'
import { SuspectsPart } from '@renderer/features/exchange/SuspectsPart'
import { CountersignPage } from '@renderer/features/countersign/CountersignPage'
import { PanelOpinionPage } from '@renderer/features/panel-opinion/PanelOpinionPage'
import { BatchesPage } from '@renderer/features/batches/BatchesPage'
import { BatchPage } from '@renderer/features/batches/BatchPage'
import { SettingsPage } from '@renderer/features/settings/SettingsPage'
import { CalendarsPart } from '@renderer/features/calendars/CalendarsPart'
import { SecurityPart } from '@renderer/features/security/SecurityPart'
import { TemplatesPart } from '@renderer/features/templates/TemplatesPart'
import { KeptTextsPage } from '@renderer/features/kept-texts/KeptTextsPage'
import { KeptDatabasePart } from '@renderer/features/snapshots/KeptDatabasePart'
import { SnapshotsPart } from '@renderer/features/snapshots/SnapshotsPart'
import { VerifyPage } from '@renderer/features/verify/VerifyPage'
import { DivisionReviewPage } from '@renderer/features/division-review/DivisionReviewPage'
import { expertScreens } from './expert-screens'

/** The one place that knows the features: each desk has its own. */
export function DeskRoutes({ desk }: { readonly desk: Desk }) {
  return desk.role === 'expert' ? <ExpertRoutes desk={desk} /> : <DivisionRoutes desk={desk} />
}

/** The settings, and what keeps the desk in order. */
function Settings({ desk }: { readonly desk: Desk }) {
  return (
    <>
      <SettingsPage desk={desk} />
      {desk.role === 'division' ? <TemplatesPart /> : null}
      {desk.role === 'division' ? <CalendarsPart /> : null}
      <SecurityPart desk={desk} />
      <SnapshotsPart />
      <KeptDatabasePart />
    </>
  )
}

/** What does not agree on an expert's desk: divisions' statements, and histories, its own among them. */
function ExpertConflicts() {
  return (
    <>
      <ConflictsPage role="expert" />
      <SuspectsPart asked={null} />
    </>
  )
}

function ExpertRoutes({ desk }: { readonly desk: Desk }) {
  return (
    <Routes>
      <Route path="/conflicts" element={<ExpertConflicts />} />
      <Route path="/verify" element={<VerifyPage />} />
      <Route path="/audit" element={<AuditPage />} />
      <Route path="/kept" element={<KeptTextsPage />} />
      <Route path="/settings" element={<Settings desk={desk} />} />
      <Route path="/*" element={<ExpertDesk screens={expertScreens} />} />
    </Routes>
  )
}

function DivisionRoutes({ desk }: { readonly desk: Desk }) {
  return (
    <Routes>
      <Route path="/dossiers" element={<DossiersPage />} />
      <Route path="/dossiers/:dossierId" element={<DossierPage />} />
      <Route path="/dossiers/:dossierId/review/:kind" element={<DivisionReviewPage />} />
      <Route path="/intake/:dossierId" element={<IntakePage />} />
      <Route path="/exchange" element={<ExchangePage />} />
      <Route path="/conflicts" element={<ConflictsPage role="division" />} />
      <Route path="/batches" element={<BatchesPage />} />
      <Route path="/batches/:batchId" element={<BatchPage />} />
      <Route path="/consultation" element={<ConsultationPage />} />
      <Route path="/panels" element={<PanelsPage />} />
      <Route path="/panels/:panelId" element={<PanelPage />} />
      <Route path="/panels/:panelId/opinion/:dossierId" element={<PanelOpinionPage />} />
      <Route path="/panels/:panelId/countersign/:dossierId" element={<CountersignPage />} />
      <Route path="/verify" element={<VerifyPage />} />
      <Route path="/audit" element={<AuditPage />} />
      <Route path="/kept" element={<KeptTextsPage />} />
      <Route path="/settings" element={<Settings desk={desk} />} />
      <Route path="/*" element={<Navigate to="/dossiers" replace />} />
    </Routes>
  )
}
