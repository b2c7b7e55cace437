import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const configuration = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as {
  forbidden: readonly {
    name: string
    severity: string
    comment: string
    scope?: 'folder'
    from: { path?: string }
  }[]
}

/** One breach of each rule: the file that commits it, and what it imports. */
const breaches: Readonly<Record<string, readonly [file: string, target: string]>> = {
  'no-cycles': ['shared/lib/left.ts', './right'],
  'shared-is-pure': ['shared/lib/impure.ts', 'dexie'],
  'shared-no-node': ['shared/lib/disk.ts', 'node:fs'],
  'domain-knows-nobody': ['shared/domain/noun.ts', '../records/record'],
  'regulation-knows-only-domain': ['shared/regulation/rule.ts', '../documents/blocks'],
  'workflow-knows-domain': ['shared/workflow/table.ts', '../regulation/rule'],
  'calendar-knows-domain': ['shared/calendar/days.ts', '../workflow/table'],
  'documents-are-pure': ['shared/documents/notice.ts', '../publishing/writer'],
  'papers-print-their-own-words': ['shared/documents/receipt.ts', '../messages/catalogue'],
  'words-are-read-when-wanted': ['renderer/ui/speaking.ts', '../../shared/messages/catalogue'],
  'vocabulary-stands-alone': ['shared/documents/vocabulary/words.ts', '../blocks'],
  'publishing-knows-blocks': ['shared/publishing/writer.ts', '../domain/noun'],
  'records-know-domain': ['shared/records/record.ts', '../documents/blocks'],
  'bundle-knows-records': ['shared/bundle/manifest.ts', '../ipc/contract'],
  'acts-make-records': ['shared/acts/move.ts', '../publishing/writer'],
  'acts-are-done-by-people': ['electron/host/guard.ts', '../../shared/acts/move'],
  'tables-know-domain': ['shared/tables/grid.ts', '../documents/blocks'],
  'audit-says-records': ['shared/audit/entries.ts', '../documents/blocks'],
  'electron-not-renderer': ['electron/main/index.ts', '../../renderer/data/database'],
  'renderer-not-electron': ['renderer/app/main.tsx', '../../electron/host/host'],
  'renderer-no-node': ['renderer/app/disk.ts', 'node:path'],
  'host-without-electron': ['electron/host/host.ts', '../main/index'],
  'host-knows-no-shell': ['electron/host/log.ts', '../shell/log'],
  'host-floor-1': ['electron/host/files/open.ts', '../vault/seal'],
  'host-floor-2': ['electron/host/vault/keeper.ts', '../journal/append'],
  'host-floor-3': ['electron/host/journal/lines.ts', '../bundles/read'],
  'host-floor-4': ['electron/host/bundles/audited.ts', '../verify/judge'],
  'host-floor-5': ['electron/host/verify/answer.ts', '../handlers/answer'],
  'host-floor-6': ['electron/host/context/state.ts', '../handlers/answer'],
  'host-floor-7': ['electron/host/handlers/open.ts', '../host'],
  'host-rooms-in-order': ['electron/host/locks/close.ts', '../bundles/lay-out'],
  'preload-is-thin': ['electron/preload/index.ts', '../../shared/ipc/contract'],
  'dexie-only-in-data': ['renderer/features/one/list.ts', 'dexie'],
  'features-are-islands': ['renderer/features/one/page.ts', '../two/page'],
  'only-app-mounts-features': ['renderer/ui/button.ts', '../features/two/page'],
  'ui-knows-no-data': ['renderer/ui/table.ts', '../platform/bridge'],
  'ui-never-reaches-the-host': ['renderer/ui/words.ts', '../platform/failure'],
  'data-knows-no-screen': ['renderer/data/rows.ts', '../stores/shown'],
  'papers-are-made-at-one-desk': ['renderer/features/one/receipt.ts', '../../../shared/documents/receipt'],
  'nobody-imports-tests': ['renderer/platform/clock.ts', '../../test/helpers/clock'],
  'product-knows-no-tools': ['electron/cli/sample.ts', '../../tools/samples/build'],
}

let folder: string
let found: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-rules-'))
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  const targets = [
    'shared/documents/blocks.ts',
    'shared/ipc/contract.ts',
    'shared/messages/catalogue.ts',
    'electron/shell/log.ts',
    'renderer/data/database.ts',
    'renderer/platform/bridge.ts',
    'renderer/stores/shown.ts',
    'electron/host/vault/seal.ts',
    'electron/host/journal/append.ts',
    'electron/host/bundles/read.ts',
    'electron/host/verify/judge.ts',
    'electron/host/handlers/answer.ts',
    'electron/host/locks/open.ts',
  ]
  for (const file of [...targets, 'renderer/features/two/page.ts', 'test/helpers/clock.ts', 'tools/samples/build.ts']) {
    write(file, 'export const x = 1\n')
  }
  write('shared/lib/right.ts', "import { x } from './left'\nexport const y = x\n")
  write('renderer/platform/failure.ts', "import { x } from './bridge'\nexport const y = x\n")
  write('electron/host/bundles/lay-out.ts', "import { x } from '../locks/open'\nexport const y = x\n")
  for (const [file, target] of Object.values(breaches)) {
    write(file, `import * as it from '${target}'\nexport const x = it\n`)
  }
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
    cpSync(join(root, name), join(folder, name))
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const { stdout } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
      ...['electron', 'renderer', 'shared', 'test', 'tools'],
    ],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
  )
  found = stdout
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('the import rules', () => {
  it('are each held by a planted breach', () => {
    expect(Object.keys(breaches).sort()).toEqual(configuration.forbidden.map(({ name }) => name).sort())
  })

  it.each(Object.entries(breaches))('catch a breach of %s', (rule, [file]) => {
    const lines = found.split('\n').filter((line) => line.includes(`error ${rule}:`))
    const { scope } = configuration.forbidden.find(({ name }) => name === rule) ?? {}
    expect(
      lines.some((line) => line.includes(scope === 'folder' ? dirname(file) : file)),
      found,
    ).toBe(true)
  })

  it('know the floor of every room of the host, in at most eight floors with the roof', () => {
    const floors = configuration.forbidden.filter(({ name }) => name.startsWith('host-floor-'))
    const rooms = floors.flatMap(({ from }) => /\((.+)\)/u.exec(from.path ?? '')?.[1]?.split('|') ?? [])
    const folders = readdirSync(join(root, 'electron/host'), { withFileTypes: true }).filter((one) => one.isDirectory())
    expect(rooms.toSorted()).toEqual(folders.map(({ name }) => name).toSorted())
    expect(floors.length + 1).toBeLessThanOrEqual(8)
  })

  it.each(configuration.forbidden.map((rule) => [rule.name, rule] as const))('say why: %s', (_name, rule) => {
    expect(rule.severity).toBe('error')
    expect(rule.comment).toMatch(/\w.*\.$/u)
  })
})
