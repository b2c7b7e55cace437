import { Alert, Button, Checkbox, Modal, Progress } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { IpcOutput } from '@shared/ipc/contract'
import { usePerson, useToday } from '@renderer/data/use-live'
import { callHost } from '@renderer/platform/bridge'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { loadProvince, loadSamples, provinceSize } from './dossiers-actions'

/** 示例: invented dossiers to learn with, chosen one by one; or 示例省, alliances in every state of their lives. */
export function SamplesDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const today = useToday()
  const { name: by } = usePerson()
  const [samples, setSamples] = useState<IpcOutput<'sample:list'>>([])
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [finished, setFinished] = useState({ count: 0, of: 1 })
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
  const begin = (of: number, loading: (onProgress: (count: number) => boolean) => Promise<unknown>) => {
    stopped.current = false
    setFinished({ count: 0, of })
    load.run(async () => {
      await loading((count) => {
        setFinished({ count, of })
        return !stopped.current
      })
      onClose()
    })
  }
  const intake = { today, by, note: t('dossiers.samples.note') }
  const start = () => {
    begin(chosen.length, (onProgress) => loadSamples(chosen, intake, onProgress))
  }
  const startProvince = () => {
    begin(provinceSize, (onProgress) => loadProvince(intake, onProgress))
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
      <div className="row spread province">
        <span>
          <strong>{t('dossiers.province')}</strong> <span className="tag sample">{t('common.sample')}</span>
          <div className="quiet">{t('dossiers.provinceHint', { count: provinceSize })}</div>
        </span>
        <Button disabled={load.busy} onClick={startProvince}>
          {t('dossiers.provinceLoad')}
        </Button>
      </div>
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
      {load.busy ? <Progress percent={Math.round((finished.count / finished.of) * 100)} /> : null}
      <ErrorNote error={list.error ?? load.error} />
    </Modal>
  )
}
