import { saidAlike } from '../alike'
import type { Words } from '../words'
import { enAudit } from './audit'
import { enBlocks } from './blocks'
import { enCampaigns } from './campaigns'
import { enCli } from './cli'
import { enCommitments } from './commitments'
import { enCommon } from './common'
import { enDivision } from './division'
import { enDocuments } from './documents'
import { enEndings } from './endings'
import { enErrors } from './errors'
import { enExpert } from './expert'
import { enWriting } from './expert-writing'
import { enFields } from './fields'
import { enFindings } from './findings'
import { enGaps } from './gaps'
import { enLife } from './life'
import { enLocks } from './locks'
import { enMerge } from './merge'
import { enNewer } from './newer'
import { enOfItsOwn } from './of-its-own'
import { enOpening } from './opening'
import { enPublication } from './publication'
import { enRecords } from './records'
import { enRegisters } from './registers'
import { enRules } from './rules'
import { enSecurity } from './security'
import { enShapes } from './shapes'
import { enShell } from './shell'
import { enStatus } from './status'
import { enSupport } from './support'
import { enTables } from './tables'
import { enUpkeep } from './upkeep'
import { enVerify } from './verify'
import { enVerifying } from './verifying'

const own = {
  ...enAudit,
  ...enBlocks,
  ...enCampaigns,
  ...enCli,
  ...enCommitments,
  ...enCommon,
  ...enDivision,
  ...enDocuments,
  ...enEndings,
  ...enErrors,
  ...enExpert,
  ...enFields,
  ...enFindings,
  ...enGaps,
  ...enLife,
  ...enLocks,
  ...enMerge,
  ...enNewer,
  ...enOpening,
  ...enPublication,
  ...enRecords,
  ...enRegisters,
  ...enRules,
  ...enSecurity,
  ...enShapes,
  ...enShell,
  ...enStatus,
  ...enSupport,
  ...enTables,
  ...enUpkeep,
  ...enVerify,
  ...enVerifying,
  ...enWriting,
}

export const en: Words = { ...own, ...saidAlike(own), ...enOfItsOwn }
