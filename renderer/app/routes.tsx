import { Navigate, Route, Routes } from 'react-router'
import type { Desk } from '@shared/ipc/contract'
import { pages } from './pages'

/** Which page stands under which address: each desk has its own. */
export function DeskRoutes({ desk }: { readonly desk: Desk }) {
  return desk.role === 'expert' ? <ExpertRoutes desk={desk} /> : <DivisionRoutes desk={desk} />
}

/** The settings, and what keeps the desk in order. */
function Settings({ desk }: { readonly desk: Desk }) {
  return (
    <>
      <pages.SettingsPage desk={desk} />
      {desk.role === 'division' ? <pages.TemplatesPart /> : null}
      {desk.role === 'division' ? <pages.CalendarsPart /> : null}
      <pages.SecurityPart desk={desk} />
      <pages.SnapshotsPart />
      <pages.JournalCheckPart />
      <pages.KeptDatabasePart />
    </>
  )
}

/** What does not agree on an expert's desk: divisions' statements, and histories, its own among them. */
function ExpertConflicts() {
  return (
    <>
      <pages.ConflictsPage role="expert" />
      <pages.SuspectsPart asked={null} />
    </>
  )
}

function ExpertRoutes({ desk }: { readonly desk: Desk }) {
  return (
    <Routes>
      <Route path="/conflicts" element={<ExpertConflicts />} />
      <Route path="/verify" element={<pages.VerifyPage />} />
      <Route path="/audit" element={<pages.AuditPage />} />
      <Route path="/kept" element={<pages.KeptTextsPage />} />
      <Route path="/settings" element={<Settings desk={desk} />} />
      <Route path="/*" element={<pages.ExpertPages />} />
    </Routes>
  )
}

function DivisionRoutes({ desk }: { readonly desk: Desk }) {
  return (
    <Routes>
      <Route path="/dossiers" element={<pages.DossiersPage />} />
      <Route path="/dossiers/:dossierId" element={<pages.DossierPage />} />
      <Route path="/dossiers/:dossierId/review/:kind" element={<pages.DivisionReviewPage />} />
      <Route path="/intake/:dossierId" element={<pages.IntakePage />} />
      <Route path="/exchange" element={<pages.ExchangePage />} />
      <Route path="/conflicts" element={<pages.ConflictsPage role="division" />} />
      <Route path="/batches" element={<pages.BatchesPage />} />
      <Route path="/batches/:batchId" element={<pages.BatchPage />} />
      <Route path="/agenda" element={<pages.AgendaPage />} />
      <Route path="/campaigns" element={<pages.CampaignsPage />} />
      <Route path="/campaigns/:campaignId" element={<pages.CampaignPage />} />
      <Route path="/figures" element={<pages.FiguresPage />} />
      <Route path="/support" element={<pages.SupportPage />} />
      <Route path="/consultation" element={<pages.ConsultationPage />} />
      <Route path="/panels" element={<pages.PanelsPage />} />
      <Route path="/panels/:panelId" element={<pages.PanelPage />} />
      <Route path="/panels/:panelId/opinion/:dossierId" element={<pages.PanelOpinionPage />} />
      <Route path="/panels/:panelId/countersign/:dossierId" element={<pages.CountersignPage />} />
      <Route path="/endings" element={<pages.EndingsPage />} />
      <Route path="/verify" element={<pages.VerifyPage />} />
      <Route path="/audit" element={<pages.AuditPage />} />
      <Route path="/kept" element={<pages.KeptTextsPage />} />
      <Route path="/settings" element={<Settings desk={desk} />} />
      <Route path="/*" element={<Navigate to="/dossiers" replace />} />
    </Routes>
  )
}
