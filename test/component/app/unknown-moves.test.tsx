// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { ImportReport } from '@shared/bundle/import-report'
import { Providers } from '@renderer/app/Providers'
import { UnknownMoves } from '@renderer/ui/UnknownMoves'

afterEach(cleanup)

const move = {
  recordId: 'a'.repeat(64),
  dossierId: '20000000-0000-4000-8000-000000000001',
  name: '',
  action: 'of-a-newer-version',
  from: 'draft',
  to: 'decided',
  on: '2026-11-20',
  by: '王守信\u202e（示例）',
  author: 'b'.repeat(32),
  desk: '',
} as ImportReport['unknownMoves'][number]

describe('moves that the status table does not have', () => {
  it('are named by what is known of them, with unseen characters of names shown', () => {
    render(
      <Providers>
        <UnknownMoves moves={[move]} />
      </Providers>,
    )
    const line = screen.getByRole('listitem').textContent
    expect(line).toContain(`${move.dossierId}：从“草稿”到“会商确定”（of-a-newer-version）`)
    expect(line).toContain(`记录于${move.author}`)
    expect(line).not.toContain('\u202e')
  })

  it('are not spoken of where there are none', () => {
    render(
      <Providers>
        <UnknownMoves moves={[]} />
      </Providers>,
    )
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
