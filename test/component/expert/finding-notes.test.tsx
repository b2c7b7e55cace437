// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { FindingNotes } from '@renderer/ui/FindingNotes'

afterEach(cleanup)

describe('what was found in a file that was handed in', () => {
  it('names the file so that nothing in its name can turn it round, and says why it is not opened', () => {
    const findings = [{ kind: 'encrypted', count: 1, detail: '' }] as const
    render(<FindingNotes fileName={'协议\u202efdp.exe'} inspection={{ format: 'pdf', findings: [...findings] }} />)
    expect(screen.getByRole('alert').textContent).toContain('“协议〚RLO〛fdp.exe”没有打开')
    expect(screen.getByRole('alert').textContent).toContain('打开密码')
  })

  it('says of what could act that it is kept as it is and never run', () => {
    const findings = [{ kind: 'script', count: 2, detail: '' }] as const
    render(<FindingNotes fileName="示例.pdf" inspection={{ format: 'pdf', findings: [...findings] }} />)
    expect(screen.getByText(/一概不运行/u)).toBeTruthy()
    expect(screen.getByText(/含有脚本（2 处）/u)).toBeTruthy()
  })
})
