import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './source-files'

/** The packer's own libraries, as it sees them. */
const packer = createRequire(
  createRequire(join(root, 'node_modules/electron-builder/package.json')).resolve('app-builder-lib'),
)
const read = (path: string) => readFileSync(join(root, path), 'utf8')

type Manifest = {
  engines: Record<string, string>
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  scripts: Record<string, string>
}
const manifest = JSON.parse(read('package.json')) as Manifest

type Lock = { packages: Record<string, { hasInstallScript?: boolean; optional?: boolean; resolved?: string }> }
const lock = JSON.parse(read('package-lock.json')) as Lock

const { load } = packer('js-yaml') as { load: (text: string) => unknown }
const builder = load(read('electron-builder.yml')) as Record<string, unknown> & {
  electronFuses: Record<string, boolean>
  electronVersion: string
  files: readonly string[]
}
const { validateConfiguration } = packer('./util/config/config') as {
  validateConfiguration: (config: unknown, logger: { isEnabled: boolean; add: () => void }) => Promise<void>
}

describe('the dependencies', () => {
  it('are pinned to one version each, Electron to 45', () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      expect(version, name).toMatch(/^(?:npm:@?[\w/-]+@)?\d+\.\d+\.\d+$/u)
    }
    expect(manifest.devDependencies['electron']).toMatch(/^45\./u)
  })

  it('come from the registry alone', () => {
    for (const [path, { resolved }] of Object.entries(lock.packages)) {
      if (resolved !== undefined) expect(resolved, path).toMatch(/^https:\/\/registry\.npmjs\.org\//u)
    }
  })

  it('run no script at installation that would fetch something', () => {
    const withScript = Object.entries(lock.packages)
      .filter(([, entry]) => entry.hasInstallScript === true)
      .map(([path]) => path.replace(/^.*node_modules\//u, ''))
    // Their scripts pick a binary that the registry has already brought.
    expect(withScript.filter((name) => !['electron-winstaller', 'esbuild', 'fsevents'].includes(name))).toEqual([])
  })
})

describe('the packages', () => {
  it('satisfy the packer’s own schema', async () => {
    await expect(validateConfiguration(builder, { isEnabled: false, add: () => undefined })).resolves.toBeUndefined()
    await expect(
      validateConfiguration({ ...builder, electronFuse: {} }, { isEnabled: false, add: () => undefined }),
    ).rejects.toThrow()
  })

  it('are hardened by every fuse', () => {
    expect(builder.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    })
  })

  it('are made for Windows, Linux and macOS, and published nowhere', () => {
    const targets = (system: string) =>
      (builder[system] as { target: readonly { target: string }[] }).target.map(({ target }) => target)
    expect(targets('win')).toEqual(['nsis', 'zip'])
    expect(targets('linux')).toEqual(['deb', 'AppImage'])
    expect(targets('mac')).toEqual(['dmg'])
    expect(builder['publish']).toBeNull()
    expect(builder.electronVersion).toBe(manifest.devDependencies['electron'])
  })

  it('leave no library out that the Node side loads from node_modules', () => {
    const leftOut = builder.files.filter((pattern) => pattern.startsWith('!')).join(' ')
    const loaded = new Set(
      ['index.js', 'browser-shell.js', 'cli.js', 'publishing-worker.js']
        .map((name) => join(root, 'out/main', name))
        .filter(existsSync)
        .flatMap((path) =>
          [...readFileSync(path, 'utf8').matchAll(/from ["']([^"'./][^"']*)["']/gu)].map(([, name]) => name!),
        ),
    )
    for (const name of loaded) {
      const library = name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/')
      expect(leftOut.split(/[{},/ ]/u), library).not.toContain(library)
    }
  })

  it('carry the licences and texts of the fonts', () => {
    for (const path of ['LICENSE', 'THIRD-PARTY.md', 'resources/fonts/FANDOL-COPYING', 'resources/icons/icon.png']) {
      expect(existsSync(join(root, path)), path).toBe(true)
    }
    expect(read('resources/fonts/FANDOL-COPYING')).toContain('GNU GENERAL PUBLIC LICENSE')
  })
})

describe('the scripts of package.json', () => {
  it('name files that are there', () => {
    for (const [name, script] of Object.entries(manifest.scripts)) {
      for (const [, file] of script.matchAll(/node (scripts\/[\w-]+\.mjs)/gu)) {
        expect(existsSync(join(root, file!)), name).toBe(true)
      }
    }
  })
})
