// @vitest-environment happy-dom
import { render } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { judgementVerdicts } from '@shared/domain/judgement'
import { checkVerdicts } from '@shared/domain/rule-ids'
import { dossierStatuses } from '@shared/domain/status'
import { Shape, type ShapeName } from '@renderer/ui/Shape'
import { StatusMark } from '@renderer/ui/StatusMark'
import { CheckMark, JudgementMark } from '@renderer/ui/VerdictMark'

const drawingIn = (container: HTMLElement) => container.querySelector('svg')!.innerHTML
const drawingOf = (shape: ShapeName) => drawingIn(render(<Shape shape={shape} tone="grey" />).container)

const judgements = new Map(
  judgementVerdicts.map((verdict) => [verdict, drawingIn(render(<JudgementMark verdict={verdict} />).container)]),
)
const checks = new Map(
  checkVerdicts.map((verdict) => [verdict, drawingIn(render(<CheckMark verdict={verdict} />).container)]),
)
const statuses = new Map(
  dossierStatuses.map((status) => [status, drawingIn(render(<StatusMark status={status} />).container)]),
)

const bearing = (shape: ShapeName) =>
  [...judgements, ...checks, ...statuses].filter(([, drawing]) => drawing === drawingOf(shape)).map(([word]) => word)

describe('a shape', () => {
  it('has one meaning: a triangle asks somebody to act, and is no verdict', () => {
    expect(bearing('triangle')).toEqual(['supplement', 'review-again'])
    expect(bearing('tilde')).toEqual(['cannot-tell'])
  })

  it('has one meaning: a square says no, and a dot says yes', () => {
    expect(bearing('square').toSorted()).toEqual(
      [
        ...['does-not-conform', 'not-met', 'filing-refused', 'not-accepted', 'closed', 'division-rejected'],
        ...['panel-rejected', 'not-decided', 'revoked'],
      ].toSorted(),
    )
    expect(bearing('dot').toSorted()).toEqual(['conforms', 'decided', 'met', 'piloting'].toSorted())
  })

  it('tells verdicts apart without colour', () => {
    expect(new Set(judgements.values()).size).toBe(judgements.size)
    expect(new Set(checks.values()).size).toBe(checks.size)
  })
})
