import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root, sourceFiles } from './source-files'

const withPattern = (folders: readonly string[], pattern: RegExp) =>
  folders
    .flatMap(sourceFiles)
    .filter(({ text }) => pattern.test(text))
    .map(({ path }) => path)

describe('the product is offline', () => {
  it('asks only its own host, through the bridge, and its own built files for the PDF reader', () => {
    const speaking = withPattern(
      ['renderer', 'shared'],
      /\b(?:fetch|importScripts)\(|\b(?:XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection|sendBeacon)\b/u,
    )
    expect(speaking.sort()).toEqual(['renderer/platform/bridge.ts', 'renderer/ui/pdf/bundled-files.ts'])
  })

  it('opens no connection from the Node side: the one server is the browser shell’s', () => {
    const connecting = withPattern(
      ['electron', 'shared'],
      /from '(?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:\/promises)?'|\bfetch\(/u,
    )
    expect(
      connecting.every((path) => path.startsWith('electron/browser-shell/')),
      connecting.join(),
    ).toBe(true)
  })

  it('names no address of the world in its page', () => {
    expect(readFileSync(join(root, 'renderer/index.html'), 'utf8')).not.toMatch(/(?:https?:)?\/\/[a-z]/iu)
    for (const { path, text } of sourceFiles('renderer')) {
      expect(text, path).not.toMatch(/(?:src|href)=["'{`]+https?:/u)
    }
  })
})
