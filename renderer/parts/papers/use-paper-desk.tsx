import { useState, type ReactNode } from 'react'
import type { DocumentInputId, Typed } from '@shared/documents/catalogue-facts'
import type { MissingValue, MissingValues } from '@shared/documents/missing-values'
import {
  joinedName,
  makePaper,
  theOne,
  type DocumentSubject,
  type MadePaper,
  type Paper,
} from '@shared/documents/paper'
import type { DocumentFrame } from '@shared/documents/plain-document'
import type { Result } from '@shared/lib/result'
import { setLetter } from '../../data/templates'
import { now } from '../../platform/clock'
import { ErrorNote } from '../../ui/ErrorNote'
import { useTask } from '../../ui/use-task'
import { useTranslation } from '../../ui/translation'
import type { PaperGround } from './gap-place'
import { PaperForm } from './PaperForm'
import { PaperPreview } from './PaperPreview'

/** A paper that somebody asks for. */
export type PaperOrder<Facts extends DocumentFrame> = {
  readonly paper: Paper<Facts>
  readonly subject?: DocumentSubject
  readonly ground: PaperGround
  /** Everything it is made of, read at the moment when it is made; or what keeps it from being read. */
  readonly load: (createdAt: string) => Promise<Facts>
}

type Asked = {
  readonly title: string
  readonly draftKey: string
  readonly inputs: readonly DocumentInputId[]
  readonly ground: PaperGround
  readonly make: (typed: Typed) => Promise<Result<MadePaper, MissingValues>>
}

const none: readonly MissingValue[] = []

/**
 * The one way of a paper on any screen: what only a person can say is filled in, what is missing is named with the way
 * to its place, then the very paper is shown, written and recorded. A paper that asks nothing is shown at once.
 * @returns `open` for a button, whether one is being made, and what the screen has to show somewhere.
 */
export function usePaperDesk() {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [paper, setPaper] = useState<MadePaper | null>(null)
  const [missing, setMissing] = useState(none)
  const task = useTask()
  const close = () => {
    setAsked(null)
    setPaper(null)
    setMissing(none)
  }
  const compose = ({ make }: Pick<Asked, 'make'>, typed: Typed) => {
    task.run(async () => {
      const made = await make(typed)
      setMissing(made.ok ? none : made.error.missing)
      setPaper(made.ok ? made.value : null)
    })
  }
  const open = <Facts extends DocumentFrame>({ paper: row, subject = theOne, ground, load }: PaperOrder<Facts>) => {
    const next: Asked = {
      title: joinedName(t(`document.${row.kind}`), subject.label),
      draftKey: draftKeyOf(row.kind, subject, ground),
      inputs: row.inputs,
      ground,
      make: async (typed) => makePaper(row, { facts: await load(now()), typed, subject }, setLetter),
    }
    setMissing(none)
    setPaper(null)
    setAsked(next)
    if (row.inputs.length === 0) compose(next, {})
  }
  return { open, busy: task.busy, element: elementOf({ asked, paper, missing, task, compose, close }) }
}

/** Where typing for a paper is kept: a key that older versions gave, so that no draft is lost. */
function draftKeyOf(kind: string, subject: DocumentSubject, { batchId, campaignId, dossierId }: PaperGround): string {
  if (campaignId !== undefined) return `campaign-document/${campaignId}/${kind}`
  return batchId === undefined
    ? `document/${dossierId ?? ''}/${kind}/${subject.id}`
    : `batch-document/${batchId}/${kind}`
}

function elementOf(desk: {
  readonly asked: Asked | null
  readonly paper: MadePaper | null
  readonly missing: readonly MissingValue[]
  readonly task: ReturnType<typeof useTask>
  readonly compose: (asked: Asked, typed: Typed) => void
  readonly close: () => void
}): ReactNode {
  const { asked, paper, missing, task, compose, close } = desk
  if (paper !== null) return <PaperPreview paper={paper} onClose={close} />
  if (asked === null || (asked.inputs.length === 0 && missing.length === 0)) return <ErrorNote error={task.error} />
  return (
    <PaperForm
      {...asked}
      missing={missing}
      task={task}
      onPreview={(typed) => {
        compose(asked, typed)
      }}
      onClose={close}
    />
  )
}
