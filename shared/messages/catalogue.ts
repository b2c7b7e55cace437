import { enAudit } from './en/audit'
import { enBlocks } from './en/blocks'
import { enCampaigns } from './en/campaigns'
import { enCli } from './en/cli'
import { enCommitments } from './en/commitments'
import { enCommon } from './en/common'
import { enDivision } from './en/division'
import { enDocuments } from './en/documents'
import { enErrors } from './en/errors'
import { enExpert } from './en/expert'
import { enFields } from './en/fields'
import { enFindings } from './en/findings'
import { enGaps } from './en/gaps'
import { enLocks } from './en/locks'
import { enMerge } from './en/merge'
import { enNewer } from './en/newer'
import { enRecords } from './en/records'
import { enRules } from './en/rules'
import { enSecurity } from './en/security'
import { enShapes } from './en/shapes'
import { enShell } from './en/shell'
import { enStatus } from './en/status'
import { enTables } from './en/tables'
import { enUpkeep } from './en/upkeep'
import { enVerify } from './en/verify'
import { enVerifying } from './en/verifying'
import { zhAudit } from './zh/audit'
import { zhBlocks } from './zh/blocks'
import { zhCampaigns } from './zh/campaigns'
import { zhCli } from './zh/cli'
import { zhCommitments } from './zh/commitments'
import { zhCommon } from './zh/common'
import { zhDivision } from './zh/division'
import { zhDocuments } from './zh/documents'
import { zhErrors } from './zh/errors'
import { zhExpert } from './zh/expert'
import { zhFields } from './zh/fields'
import { zhFindings } from './zh/findings'
import { zhGaps } from './zh/gaps'
import { zhLocks } from './zh/locks'
import { zhMerge } from './zh/merge'
import { zhNewer } from './zh/newer'
import { zhRecords } from './zh/records'
import { zhRules } from './zh/rules'
import { zhSecurity } from './zh/security'
import { zhShapes } from './zh/shapes'
import { zhShell } from './zh/shell'
import { zhStatus } from './zh/status'
import { zhTables } from './zh/tables'
import { zhUpkeep } from './zh/upkeep'
import { zhVerify } from './zh/verify'
import { zhVerifying } from './zh/verifying'

export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]

const zhMessages = {
  ...zhAudit,
  ...zhBlocks,
  ...zhCampaigns,
  ...zhCli,
  ...zhCommitments,
  ...zhCommon,
  ...zhDivision,
  ...zhDocuments,
  ...zhErrors,
  ...zhExpert,
  ...zhFields,
  ...zhFindings,
  ...zhGaps,
  ...zhLocks,
  ...zhMerge,
  ...zhNewer,
  ...zhRecords,
  ...zhRules,
  ...zhSecurity,
  ...zhShapes,
  ...zhShell,
  ...zhStatus,
  ...zhTables,
  ...zhUpkeep,
  ...zhVerify,
  ...zhVerifying,
}

/** Every message there is; Chinese is the original, English must be complete beside it (by type). */
export type MessageKey = keyof typeof zhMessages

const enMessages: Readonly<Record<MessageKey, string>> = {
  ...enAudit,
  ...enBlocks,
  ...enCampaigns,
  ...enCli,
  ...enCommitments,
  ...enCommon,
  ...enDivision,
  ...enDocuments,
  ...enErrors,
  ...enExpert,
  ...enFields,
  ...enFindings,
  ...enGaps,
  ...enLocks,
  ...enMerge,
  ...enNewer,
  ...enRecords,
  ...enRules,
  ...enSecurity,
  ...enShapes,
  ...enShell,
  ...enStatus,
  ...enTables,
  ...enUpkeep,
  ...enVerify,
  ...enVerifying,
}

export const messages: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = {
  'zh-CN': zhMessages,
  en: enMessages,
}
