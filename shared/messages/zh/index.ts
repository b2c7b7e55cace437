import { saidAlike } from '../alike'
import { zhAudit } from './audit'
import { zhBlocks } from './blocks'
import { zhCampaigns } from './campaigns'
import { zhCli } from './cli'
import { zhCommitments } from './commitments'
import { zhCommon } from './common'
import { zhDivision } from './division'
import { zhDocuments } from './documents'
import { zhEndings } from './endings'
import { zhErrors } from './errors'
import { zhExpert } from './expert'
import { zhWriting } from './expert-writing'
import { zhFields } from './fields'
import { zhFindings } from './findings'
import { zhGaps } from './gaps'
import { zhLife } from './life'
import { zhLocks } from './locks'
import { zhMerge } from './merge'
import { zhNewer } from './newer'
import { zhOpening } from './opening'
import { zhPublication } from './publication'
import { zhRecords } from './records'
import { zhRegisters } from './registers'
import { zhRules } from './rules'
import { zhSecurity } from './security'
import { zhShapes } from './shapes'
import { zhShell } from './shell'
import { zhStatus } from './status'
import { zhSupport } from './support'
import { zhTables } from './tables'
import { zhUpkeep } from './upkeep'
import { zhVerify } from './verify'
import { zhVerifying } from './verifying'

const own = {
  ...zhAudit,
  ...zhBlocks,
  ...zhCampaigns,
  ...zhCli,
  ...zhCommitments,
  ...zhCommon,
  ...zhDivision,
  ...zhDocuments,
  ...zhEndings,
  ...zhErrors,
  ...zhExpert,
  ...zhFields,
  ...zhFindings,
  ...zhGaps,
  ...zhLife,
  ...zhLocks,
  ...zhMerge,
  ...zhNewer,
  ...zhOpening,
  ...zhPublication,
  ...zhRecords,
  ...zhRegisters,
  ...zhRules,
  ...zhSecurity,
  ...zhShapes,
  ...zhShell,
  ...zhStatus,
  ...zhSupport,
  ...zhTables,
  ...zhUpkeep,
  ...zhVerify,
  ...zhVerifying,
  ...zhWriting,
}

/** Every message there is: Chinese is the original. */
export const zh = { ...own, ...saidAlike(own) }
