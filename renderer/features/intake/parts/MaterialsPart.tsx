import { DeleteOutlined } from '@ant-design/icons'
import { Alert, Button, Progress } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Inspection } from '@shared/inspection/finding'
import { materialCodes, type DossierContent, type Material } from '@shared/domain/dossier'
import { visibleText } from '@shared/lib/visible-text'
import { attachmentSource } from '@renderer/data/attachments'
import { useInspections } from '@renderer/data/use-inspections'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { FindingNotes } from '@renderer/ui/FindingNotes'
import { FileDrop } from '@renderer/ui/FileDrop'
import { FirstPage } from '@renderer/ui/pdf/FirstPage'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { ChoiceField, DayField, PageField, TextField, TriField } from '../fields'
import { useIntake } from '../intake-context'
import { takeMaterial, type FileRefusal } from '../material-actions'
import { suggestedMaterial } from '../material-suggestion'

/** Names that stand in file names and say nothing of what a paper is. */
const namesOf = ({ alliance, members }: DossierContent): readonly string[] =>
  [
    ...[alliance.name, alliance.shortName, ...alliance.formerNames],
    ...members.flatMap(({ fullName, formerNames }) => [fullName, ...formerNames]),
  ].filter((name) => name !== '')

/** 材料: files dropped in, each with what a person saw on the paper. */
export function MaterialsPart() {
  const { t } = useTranslation()
  const { content, set } = useIntake()
  const task = useTask()
  const [progress, setProgress] = useState<{
    readonly name: string
    readonly done: number
    readonly all: number
  } | null>(null)
  const [refusals, setRefusals] = useState<readonly FileRefusal[]>([])
  const stopped = useRef<boolean>(false)
  const latest = useRef(content.materials)
  useEffect(() => {
    latest.current = content.materials
  }, [content.materials])
  const inspections = useInspections(content.materials.map(({ sha256 }) => sha256))
  const names = namesOf(content)
  const isStopped = (): boolean => stopped.current
  const take = async (files: readonly File[]) => {
    stopped.current = false
    setRefusals([])
    try {
      for (const [index, file] of files.entries()) {
        setProgress({ name: file.name, done: index, all: files.length })
        const taken = await takeMaterial(file, names)
        if (!taken.ok) {
          setRefusals((before) => [...before, taken.error])
          continue
        }
        const next = [...latest.current, taken.value]
        latest.current = next
        set('materials', next)
        if (isStopped()) break
      }
    } finally {
      setProgress(null)
    }
  }
  return (
    <div className="stack">
      <FileDrop
        multiple
        accept=".pdf,application/pdf"
        hint={t('intake.materials.hint')}
        disabled={task.busy}
        onFiles={(files) => {
          task.run(() => take(files))
        }}
      />
      {progress === null ? null : (
        <div className="row" role="status">
          <span>{t('intake.materials.reading', { file: progress.name })}</span>
          <Progress className="grow" percent={Math.round((progress.done / progress.all) * 100)} />
          <Button
            onClick={() => {
              stopped.current = true
            }}
          >
            {t('common.cancel')}
          </Button>
        </div>
      )}
      {refusals.map(({ fileName, problem }) => (
        <Alert
          key={fileName}
          type="error"
          showIcon
          role="alert"
          title={
            typeof problem === 'string'
              ? t(`intake.materials.refused.${problem}`, { file: fileName })
              : t('findings.refusedAtIntake', { file: fileName, why: t(`finding.${problem.kind}`, problem) })
          }
        />
      ))}
      <ErrorNote error={task.error} />
      {content.materials.map((material, index) => (
        <MaterialRow
          key={material.id}
          material={material}
          inspection={inspections?.get(material.sha256)}
          index={index}
          names={names}
          onRemove={() => {
            set('materials', content.materials.toSpliced(index, 1))
          }}
        />
      ))}
    </div>
  )
}

function MaterialRow(props: {
  readonly material: Material
  readonly inspection: Inspection | undefined
  readonly index: number
  /** Names that say nothing of what a paper is. */
  readonly names: readonly string[]
  readonly onRemove: () => void
}) {
  const { t } = useTranslation()
  const { material, inspection, index, names } = props
  const { sha256, size, fileName, code } = material
  const source = useMemo(() => attachmentSource(sha256, size), [sha256, size])
  const isGuess = code !== 'other' && code === suggestedMaterial(fileName, names)
  const path = `materials.${index}`
  return (
    <fieldset aria-label={material.fileName}>
      <div className="row spread">
        <strong>{visibleText(material.fileName)}</strong>
        <span className="quiet">
          {material.pages === null ? '' : t('intake.material.pages', { pages: material.pages })} ·{' '}
          {t(`textLayer.${material.textLayer}`)}
        </span>
        <Button type="text" icon={<DeleteOutlined aria-hidden />} onClick={props.onRemove}>
          {t('common.remove')}
        </Button>
      </div>
      <FindingNotes fileName={material.fileName} inspection={inspection} />
      <div className="beside-picture">
        <FirstPage fileName={material.fileName} source={source} inspection={inspection} />
        <div className="stack">
          {isGuess ? <p className="quiet">{t('intake.material.guessed')}</p> : null}
          <div className="fields">
            <ChoiceField
              path={`${path}.code`}
              label="intake.material.code"
              options={materialCodes.map((value) => ({ value, label: t(`materialCode.${value}`) }))}
            />
            <TextField path={`${path}.title`} label="intake.material.title" />
            <TriField path={`${path}.signed`} label="intake.material.signed" />
            <TriField path={`${path}.sealed`} label="intake.material.sealed" />
            <TriField path={`${path}.allPages`} label="intake.material.allPages" />
            <PageField path={`${path}.signaturePage`} label="intake.material.signaturePage" />
            <DayField path={`${path}.receivedOn`} label="intake.material.receivedOn" />
          </div>
        </div>
      </div>
    </fieldset>
  )
}
