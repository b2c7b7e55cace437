import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { applyChanges } from '@shared/audit/changes'
import { describeEntry, fieldWords } from '@shared/audit/describe'
import { auditEntries, type AuditEntry } from '@shared/audit/entries'
import { namesIn } from '@shared/audit/names'
import type { Json } from '@shared/lib/canonical-json'
import { createTranslator } from '@shared/messages/translate'
import { foldRecords } from '@shared/records/desk-state'
import { payloadSchemas } from '@shared/records/payloads'
import { recordStamp, type JournalRecord } from '@shared/records/record'
import { authorOf, PaperDesk, said } from '../../helpers/paper-desk'
import { deeds, exchangeAll, playWorld } from '../../helpers/merge-worlds'

const audit = (records: readonly JournalRecord[]): readonly AuditEntry[] => [
  ...auditEntries(records.map((record, index) => ({ record, place: { number: index + 1 }, counts: true }))),
]

describe('the entries of a trail', () => {
  it('bring each row from what held before to what the record says, in any order in which records came', () => {
    fc.assert(
      fc.property(deeds, fc.nat(), (list, turn) => {
        const [own] = playWorld(list, { undoing: false })
        const records = own!.records
        const entries = audit(records)
        const turned = [...records.slice(turn % (records.length + 1)), ...records.slice(0, turn % (records.length + 1))]
        const plain = (all: readonly AuditEntry[]) => all.map((entry) => ({ ...entry, place: null }))
        expect(plain(audit(turned))).toEqual(plain(entries))
        // All changes of a row, one after the other, give the row as the desk shows it where nobody contradicts
        // anybody.
        const rows = new Map<string, Json | undefined>()
        const byId = new Map(records.map((record) => [record.id, record]))
        for (const { recordId, changes, dossierIds } of entries) {
          const record = byId.get(recordId)!
          const key = String(dossierIds[0])
          rows.set(key, applyChanges(rows.get(key) ?? {}, changes))
          const value = record.type === 'conflict.resolved' ? record.payload.value : record.payload
          expect(rows.get(key)).toEqual(value)
        }
        for (const [dossierId, row] of foldRecords(records).statuses) {
          const newest = records
            .filter((record) => record.type === 'status.set' || record.type === 'conflict.resolved')
            .filter((record) => JSON.stringify(record.payload).includes(dossierId))
            .sort((a, b) => (recordStamp(a) < recordStamp(b) ? 1 : -1))[0]
          if (newest?.id === row.recordId) expect(rows.get(dossierId)).toEqual(row.value)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('count what an undone import brought for nothing while it stands undone', () => {
    const [own, peer] = [new PaperDesk(authorOf(1)), new PaperDesk(authorOf(2))]
    own.write(said(0, '本处（示例）'))
    peer.take(own.records)
    const brought = peer.write(said(0, '对方（示例）'))
    own.take([brought])
    const undoing = (redone: boolean) => ({
      type: 'import.undone' as const,
      payload: {
        bundleId: '60000000-0000-4000-8000-000000000001',
        recordIds: [brought.id],
        dossierIds: [],
        redone,
        reason: '导错了（示例）',
        by: '示例',
      },
    })
    own.write(undoing(false))
    own.write(said(0, '再写（示例）'))
    own.write(undoing(true))
    const notes = audit(own.records).flatMap(({ changes }) =>
      changes.filter((change) => change.kind === 'value' && change.path[0] === 'note'),
    )
    expect(notes).toMatchObject([
      { to: '本处（示例）' },
      { from: '本处（示例）', to: '对方（示例）' },
      { from: '本处（示例）', to: '再写（示例）' },
    ])
  })

  it('say that a record changes nothing', () => {
    const own = new PaperDesk(authorOf(1))
    own.write(said(0, '示例'))
    own.write(said(0, '示例'))
    const [first, second] = audit(own.records)
    expect(first).toMatchObject({ isFirst: true })
    expect(second).toMatchObject({ isFirst: false, changes: [] })
  })

  it('are set deterministically over worlds in which everything was exchanged', () => {
    fc.assert(
      fc.property(deeds, (list) => {
        const desks = playWorld(list, { undoing: false })
        exchangeAll(desks)
        const [a, b] = desks.map((desk) =>
          audit(desk.records.toSorted((x, y) => (recordStamp(x) < recordStamp(y) ? -1 : 1))),
        )
        expect(a).toEqual(b)
      }),
      { numRuns: 40 },
    )
  })
})

describe('the words of an entry', () => {
  const locales = ['zh-CN', 'en'] as const

  it.each(locales)('name every item that a record can have, in %s', (locale) => {
    const t = createTranslator(locale)
    const unnamed = new Set<string>()
    const walk = (schema: unknown): void => {
      if (typeof schema !== 'object' || schema === null) return
      const { properties } = schema as { properties?: Record<string, unknown> }
      for (const key of Object.keys(properties ?? {})) {
        if (fieldWords(t, key, '') === key && /[a-z]{2}/u.test(key)) unnamed.add(key)
      }
      for (const part of Object.values(schema)) walk(part)
    }
    for (const payload of Object.values(payloadSchemas)) walk(z.toJSONSchema(payload, { unrepresentable: 'any' }))
    expect([...unnamed]).toEqual([])
  })

  it.each(locales)('say states, yes and no, money to the fen and names instead of ids, in %s', (locale) => {
    const t = createTranslator(locale)
    const own = new PaperDesk(authorOf(1))
    const record = own.write(said(0, '示例'))
    const entry = {
      ...audit([record])[0]!,
      changes: [
        { kind: 'value', path: ['to'], from: 'draft', to: 'accepted' },
        { kind: 'value', path: ['content', 'amountFen'], from: 10_000_001, to: 10_000_002 },
        { kind: 'value', path: ['redone'], from: false, to: true },
        { kind: 'value', path: ['by'], from: null, to: authorOf(1) },
      ] as const,
    }
    const statement = { keyId: authorOf(1), name: '示例甲', unit: '示例处', role: 'division' } as never
    const described = describeEntry(entry, {
      t,
      names: namesIn([record], [statement]),
      fingerprints: new Map([[authorOf(1), '12345 67890 11111 22222 33333 44444']]),
      closed: new Set(),
      stateOf: () => 'sound',
    })
    expect(described).toMatchObject({ name: '示例甲', unit: '示例处', fingerprint: '12345 67890' })
    expect(described.changes.map(({ from, to }) => [from, to])).toEqual(
      locale === 'en'
        ? [
            ['Draft', 'Accepted'],
            ['CNY 100,000.01', 'CNY 100,000.02'],
            ['No', 'Yes'],
            ['(none)', '示例甲（示例处）'],
          ]
        : [
            ['草稿', '已受理'],
            ['100,000.01 元', '100,000.02 元'],
            ['否', '是'],
            ['（无）', '示例甲（示例处）'],
          ],
    )
  })
})
