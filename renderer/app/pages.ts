import { page } from '@renderer/ui/on-demand'

/** The one place that knows the features: none is part of what an opening desk has to wait for. */
export const pages = {
  AuditPage: page(async () => (await import('@renderer/features/audit/AuditPage')).AuditPage),
  DossierPage: page(async () => (await import('@renderer/features/dossier/DossierPage')).DossierPage),
  DossiersPage: page(async () => (await import('@renderer/features/dossiers/DossiersPage')).DossiersPage),
  IntakePage: page(async () => (await import('@renderer/features/intake/IntakePage')).IntakePage),
  PanelPage: page(async () => (await import('@renderer/features/panels/PanelPage')).PanelPage),
  PanelsPage: page(async () => (await import('@renderer/features/panels/PanelsPage')).PanelsPage),
  ConsultationPage: page(
    async () => (await import('@renderer/features/consultation/ConsultationPage')).ConsultationPage,
  ),
  ConflictsPage: page(async () => (await import('@renderer/features/conflicts/ConflictsPage')).ConflictsPage),
  EndingsPage: page(async () => (await import('@renderer/features/endings/EndingsPage')).EndingsPage),
  ExchangePage: page(async () => (await import('@renderer/features/exchange/ExchangePage')).ExchangePage),
  SuspectsPart: page(async () => (await import('@renderer/features/exchange/SuspectsPart')).SuspectsPart),
  CountersignPage: page(async () => (await import('@renderer/features/countersign/CountersignPage')).CountersignPage),
  PanelOpinionPage: page(
    async () => (await import('@renderer/features/panel-opinion/PanelOpinionPage')).PanelOpinionPage,
  ),
  BatchesPage: page(async () => (await import('@renderer/features/batches/BatchesPage')).BatchesPage),
  BatchPage: page(async () => (await import('@renderer/features/batches/BatchPage')).BatchPage),
  AgendaPage: page(async () => (await import('@renderer/features/agenda/AgendaPage')).AgendaPage),
  CampaignsPage: page(async () => (await import('@renderer/features/campaigns/CampaignsPage')).CampaignsPage),
  CampaignPage: page(async () => (await import('@renderer/features/campaigns/CampaignPage')).CampaignPage),
  FiguresPage: page(async () => (await import('@renderer/features/campaigns/FiguresPage')).FiguresPage),
  SupportPage: page(async () => (await import('@renderer/features/support/SupportPage')).SupportPage),
  SettingsPage: page(async () => (await import('@renderer/features/settings/SettingsPage')).SettingsPage),
  CalendarsPart: page(async () => (await import('@renderer/features/calendars/CalendarsPart')).CalendarsPart),
  SecurityPart: page(async () => (await import('@renderer/features/security/SecurityPart')).SecurityPart),
  TemplatesPart: page(async () => (await import('@renderer/features/templates/TemplatesPart')).TemplatesPart),
  KeptTextsPage: page(async () => (await import('@renderer/features/kept-texts/KeptTextsPage')).KeptTextsPage),
  KeptDatabasePart: page(async () => (await import('@renderer/features/snapshots/KeptDatabasePart')).KeptDatabasePart),
  JournalCheckPart: page(async () => (await import('@renderer/features/snapshots/JournalCheckPart')).JournalCheckPart),
  SnapshotsPart: page(async () => (await import('@renderer/features/snapshots/SnapshotsPart')).SnapshotsPart),
  VerifyPage: page(async () => (await import('@renderer/features/verify/VerifyPage')).VerifyPage),
  DivisionReviewPage: page(
    async () => (await import('@renderer/features/division-review/DivisionReviewPage')).DivisionReviewPage,
  ),
  ExpertPages: page(async () => (await import('./ExpertPages')).ExpertPages),
} as const
