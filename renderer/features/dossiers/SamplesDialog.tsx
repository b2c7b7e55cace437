import { Alert, Button, Checkbox, Modal, Progress } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { IpcOutput } from '@shared/ipc/contract'
import { usePerson, useToday } from '@renderer/data/use-live'
import { callHost } from '@renderer/platform/bridge'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { loadSamples } from './dossiers-actions'

/** 示例: invented dossiers to learn with, chosen one by one. */
export function SamplesDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const today = useToday()
  const { name: by } = usePerson()
  const [samples, setSamples] = useState<IpcOutput<'sample:list'>>([])
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [finished, setFinished] = useState(0)
  const stopped = useRef(false)
  const list = useTask()
  const load = useTask()
  const { run } = list
  useEffect(() => {
    if (!open) return
    run(async () => {
      setSamples(await callHost('sample:list', undefined))
    })
    // eslint-disable-next-line react-hooks/exhaustive-deps -- read anew whenever the dialog opens, and only then
  }, [open])
  const start = () => {
    stopped.current = false
    setFinished(0)
    load.run(async () => {
      await loadSamples(chosen, { today, by, note: t('dossiers.samples.note') }, (count) => {
        setFinished(count)
        return !stopped.current
      })
      onClose()
    })
  }
  return (
    <Modal
      open={open}
      width="46rem"
      title={t('dossiers.samples.title')}
      onCancel={() => {
        stopped.current = true
        onClose()
      }}
      footer={[
        <Button
          key="all"
          disabled={load.busy}
          onClick={() => {
            setChosen(samples.map((sample) => sample.slug))
          }}
        >
          {t('dossiers.samples.chooseAll')}
        </Button>,
        load.busy ? (
          <Button
            key="stop"
            onClick={() => {
              stopped.current = true
            }}
          >
            {t('dossiers.samples.stop')}
          </Button>
        ) : null,
        <Button key="load" type="primary" disabled={chosen.length === 0} loading={load.busy} onClick={start}>
          {t('dossiers.samples.load', { count: chosen.length })}
        </Button>,
      ]}
    >
      <Alert type="warning" showIcon title={t('dossiers.samples.invented')} />
      <Checkbox.Group
        className="sample-list"
        value={[...chosen]}
        onChange={(values) => {
          setChosen(values)
        }}
      >
        {samples.map((sample) => (
          <Checkbox key={sample.slug} value={sample.slug}>
            <strong>{sample.name}</strong> <span className="tag sample">{t('common.sample')}</span>
            <div className="quiet">
              {t('dossiers.samples.line', { defect: sample.defect, count: sample.materialCount })}
            </div>
          </Checkbox>
        ))}
      </Checkbox.Group>
      {load.busy ? <Progress percent={Math.round((finished / Math.max(chosen.length, 1)) * 100)} /> : null}
      <ErrorNote error={list.error ?? load.error} />
    </Modal>
  )
}
