import { Alert, Badge, Button, Spin, Tabs } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { DossierContent } from '@shared/domain/dossier'
import type { DossierId } from '@shared/domain/ids'
import type { PlainKey } from '@shared/messages/catalogue'
import { useCase, useOffice, usePerson, useToday } from '@renderer/data/use-live'
import { useDraft } from '@renderer/data/use-draft'
import { dayAndTime } from '@renderer/platform/clock'
import { DraftNote } from '@renderer/ui/DraftNote'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { PageHead } from '@renderer/ui/PageHead'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { withValueAt } from './form-path'
import { useFocusOn } from './focus-on'
import { FormActions } from './FormActions'
import { checkContent, emptyContent, saveContent, type FormErrors } from './intake-actions'
import { dayContradictions } from './intake-days'
import { IntakeContext } from './intake-context'
import { AgreementPart } from './parts/AgreementPart'
import { AlliancePart } from './parts/AlliancePart'
import { FundsPart } from './parts/FundsPart'
import { MaterialsPart } from './parts/MaterialsPart'
import { MembersPart } from './parts/MembersPart'
import { PlanPart } from './parts/PlanPart'
import { TasksPart } from './parts/TasksPart'

const noErrors: FormErrors = new Map()

/** Parts of the form and the places whose errors they show. */
const parts = [
  { key: 'alliance', places: /^(alliance|filing|application)/u, Part: AlliancePart },
  { key: 'members', places: /^members/u, Part: MembersPart },
  { key: 'tasks', places: /^(goals|tasks|mechanisms)/u, Part: TasksPart },
  { key: 'agreement', places: /^agreement/u, Part: AgreementPart },
  { key: 'funds', places: /^funds/u, Part: FundsPart },
  { key: 'plan', places: /^plan/u, Part: PlanPart },
  { key: 'materials', places: /^materials/u, Part: MaterialsPart },
] as const

/** The first wrong place in the order of the form. */
function firstInForm(errors: FormErrors): string {
  const places = [...errors.keys()]
  return parts.map(({ places: own }) => places.find((path) => own.test(path))).find((path) => path !== undefined) ?? ''
}

/** What is changed is right or wrong anew when it is saved; the marks elsewhere stay. */
const without = (errors: FormErrors, path: string): FormErrors =>
  new Map([...errors].filter(([place]) => place !== path && !place.startsWith(`${path}.`)))

/** 录入: a new dossier, or the next version of one. */
export function IntakePage() {
  const params = useParams()
  const dossierId = (params['dossierId'] ?? '') as DossierId
  const dossier = useCase(dossierId)
  if (dossier === undefined) return <Spin />
  return <IntakeForm key={dossierId} dossierId={dossierId} saved={dossier?.file.content ?? null} />
}

function IntakeForm({ dossierId, saved }: { readonly dossierId: DossierId; readonly saved: DossierContent | null }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const today = useToday()
  const { name: by } = usePerson()
  const office = useOffice()
  const [search] = useSearchParams()
  const draft = useDraft<DossierContent>(`intake/${dossierId}`, saved ?? emptyContent())
  const [errors, setErrors] = useState<FormErrors>(noErrors)
  const [part, setPart] = useState(search.get('part') ?? 'alliance')
  const [sought, setSought] = useState<{ readonly path: string } | null>(null)
  useFocusOn(sought)
  const task = useTask()
  const content = draft.value
  const { change } = draft
  const set = useCallback(
    (path: string, value: unknown) => {
      // Whoever is still reading files sets what was found long after: into what is typed by then.
      change((now) => withValueAt(now, path, value))
      setErrors((now) => (now.size === 0 ? now : without(now, path)))
    },
    [change],
  )
  const contradictions = useMemo(() => dayContradictions(content, today, t), [content, today, t])
  const form = useMemo(
    () => ({ content, office, errors, contradictions, set }),
    [content, office, errors, contradictions, set],
  )
  const save = async () => {
    const checked = checkContent(content)
    if (!checked.ok) {
      setErrors(checked.error)
      const first = firstInForm(checked.error)
      setPart(parts.find(({ places }) => places.test(first))?.key ?? part)
      setSought({ path: first })
      return
    }
    await saveContent(dossierId, checked.value, {
      today,
      by,
      note: t(saved === null ? 'intake.note.first' : 'intake.note.changed'),
    })
    await draft.drop()
    void navigate(`/dossiers/${dossierId}`)
  }
  return (
    <IntakeContext value={form}>
      <PageHead
        title={saved === null ? t('intake.title.new') : t('intake.title.edit', { name: saved.alliance.name })}
        note={t('intake.hint')}
        actions={<FormActions content={content} set={set} />}
      />
      <DraftNote draft={draft} timeOf={dayAndTime} />
      <section className="panel intake">
        <Tabs
          activeKey={part}
          onChange={setPart}
          items={parts.map(({ key, places, Part }) => ({
            key,
            label: (
              <Badge size="small" count={[...errors.keys()].filter((path) => places.test(path)).length} offset={[8, 0]}>
                {t(`intake.part.${key}` satisfies PlainKey)}
              </Badge>
            ),
            children: <Part />,
          }))}
        />
        {errors.size === 0 ? null : (
          <Alert type="error" showIcon role="alert" title={t('intake.errors', { count: errors.size })} />
        )}
        <ErrorNote error={task.error} />
        <div className="panel-foot">
          <Button
            onClick={() => {
              void navigate(-1)
            }}
          >
            {t('intake.later')}
          </Button>
          <Button
            type="primary"
            loading={task.busy}
            onClick={() => {
              task.run(save)
            }}
          >
            {t(saved === null ? 'intake.save.new' : 'intake.save.version')}
          </Button>
        </div>
      </section>
    </IntakeContext>
  )
}
