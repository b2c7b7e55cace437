import { z } from 'zod'
import { annualFiguresSchema } from '../../domain/annual-figures'
import { campaignReturnSchema, campaignSchema, extensionSchema } from '../../domain/campaign'
import { campaignIdSchema, dossierIdSchema } from '../../domain/ids'
import { recordKind } from './kind'
import { lastDay, named, tabOf } from './told'

const ofCampaign = { campaignId: campaignIdSchema, dossierId: dossierIdSchema }
type OfCampaign = { readonly campaignId: string; readonly dossierId: string }
const rowOfId = ({ id }: { readonly id: string }): string => id
const rowOfCampaign = ({ campaignId, dossierId }: OfCampaign): string => `${campaignId}/${dossierId}`

/** What every kind of a campaign has in common. */
const common = {
  saidBy: 'division',
  writtenBy: 'screens',
  scope: 'picked',
  isContestable: true,
  isSealed: false,
  stage: 18,
  versionOf: null,
  names: null,
} as const

/** Rounds over many alliances, what each of them handed in, and the figures of a year. */
export const campaignRecords = {
  'campaign.saved': recordKind({
    ...common,
    schema: campaignSchema,
    table: 'campaigns',
    rowId: rowOfId,
    indexes: ['*dossierIds'],
    isInDossier: true,
    names: ({ id, noticeNo }) => (noticeNo === '' ? [] : [[id, noticeNo]]),
    remark: null,
    sort: 'report',
    told: ({ id, kind, year, noticeNo, issuedOn }) => ({
      on: issuedOn,
      about: [{ text: String(year) }, { key: `campaignKind.${kind}` }],
      papers: named(noticeNo),
      opens: `/campaigns/${id}`,
    }),
  }),
  'campaign-extension.granted': recordKind({
    ...common,
    schema: z.strictObject({ ...ofCampaign, extension: extensionSchema }),
    table: 'campaignExtensions',
    rowId: rowOfCampaign,
    indexes: ['dossierId'],
    isInDossier: true,
    remark: ({ extension }) => extension.reason,
    sort: 'report',
    told: ({ campaignId, extension: { to, grantedOn, by } }) => ({
      on: grantedOn,
      by,
      about: [{ text: to }],
      opens: `/campaigns/${campaignId}`,
    }),
  }),
  'campaign-return.saved': recordKind({
    ...common,
    schema: z.strictObject({ ...ofCampaign, returned: campaignReturnSchema }),
    table: 'campaignReturns',
    rowId: rowOfCampaign,
    indexes: ['dossierId'],
    isInDossier: true,
    remark: ({ returned }) => returned.lacking,
    sort: 'report',
    told: ({ campaignId, returned: { parts, files, toBusinessOn, toPolicyOn, toOtherOn } }) => ({
      on: lastDay([toBusinessOn, toPolicyOn, toOtherOn]),
      about: parts.map((part) => ({ key: `reportPart.${part}` })),
      papers: files.map(({ fileName }) => fileName),
      opens: `/campaigns/${campaignId}`,
    }),
  }),
  'annual-figures.saved': recordKind({
    ...common,
    schema: z.strictObject({ dossierId: dossierIdSchema, figures: annualFiguresSchema }),
    table: 'annualFigures',
    rowId: ({ dossierId, figures }) => `${dossierId}/${figures.year}`,
    indexes: ['dossierId'],
    isInDossier: false,
    remark: ({ figures }) => figures.note,
    sort: 'report',
    told: ({ figures }) => ({ about: [{ text: String(figures.year) }], opens: tabOf('years') }),
  }),
}
