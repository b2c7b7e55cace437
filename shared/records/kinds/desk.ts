import { z } from 'zod'
import { calendarFileSchema } from '../../calendar/calendar-file'
import { keyIdSchema, nameSchema } from '../../domain/ids'
import { officeSettingsSchema } from '../../domain/office'
import { keyConfirmationSchema } from '../../domain/panel'
import { recordKind } from './kind'
import { nothingMore } from './told'

export const deskRoles = ['division', 'expert'] as const

/** A desk says who it is: the first record of every author. The certificate is self-issued (X.509, DER, base64). */
export const deskStatementSchema = z.strictObject({
  keyId: keyIdSchema,
  name: nameSchema,
  unit: nameSchema,
  role: z.enum(deskRoles),
  certificate: z.base64(),
  /** The age recipient of this desk (docs/adr/0011); null in what older versions wrote. */
  encryptionKey: z.string().max(200).nullable().default(null),
})
export type DeskStatement = Readonly<z.infer<typeof deskStatementSchema>>

const rowOfKey = ({ keyId }: { readonly keyId: string }): string => keyId

/** The desk itself: who sits there, whom it trusts, by what it works. */
export const deskRecords = {
  'desk.introduced': recordKind({
    schema: deskStatementSchema,
    table: 'desks',
    rowId: rowOfKey,
    indexes: [],
    saidBy: 'either',
    writtenBy: 'host',
    scope: 'everywhere',
    isContestable: false,
    isSealed: false,
    isInDossier: false,
    stage: null,
    versionOf: null,
    // Desks are named by the statements that come with their records.
    names: null,
    remark: null,
    sort: 'other',
    told: nothingMore,
  }),
  'key.confirmed': recordKind({
    schema: keyConfirmationSchema,
    table: 'keyConfirmations',
    rowId: rowOfKey,
    indexes: [],
    saidBy: 'division',
    writtenBy: 'screens',
    scope: 'own',
    isContestable: false,
    isSealed: false,
    isInDossier: false,
    stage: null,
    versionOf: null,
    names: null,
    remark: null,
    sort: 'other',
    told: nothingMore,
  }),
  'settings.saved': recordKind({
    schema: officeSettingsSchema,
    table: 'settings',
    rowId: () => 'office',
    indexes: [],
    saidBy: 'division',
    writtenBy: 'screens',
    scope: 'own-and-assignments',
    isContestable: false,
    isSealed: false,
    isInDossier: false,
    stage: null,
    versionOf: null,
    names: ({ divisions }) => divisions.map(({ id, name }) => [id, name]),
    remark: null,
    sort: 'other',
    told: nothingMore,
  }),
  /** A year's working days as the State Council arranged them, read from a file by a person. */
  'calendar.saved': recordKind({
    schema: calendarFileSchema,
    table: 'calendars',
    rowId: ({ year }) => String(year),
    indexes: [],
    saidBy: 'division',
    writtenBy: 'screens',
    scope: 'picked',
    isContestable: true,
    isSealed: false,
    isInDossier: false,
    stage: null,
    versionOf: null,
    names: null,
    remark: null,
    sort: 'other',
    told: nothingMore,
  }),
}
