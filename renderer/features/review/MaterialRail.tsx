import { FileSearchOutlined, FolderOpenOutlined, FolderOutlined, HighlightOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { Tool } from '@renderer/ui/pdf/Tool'
import { useTranslation } from '@renderer/ui/translation'

/** The column at the left of the page: its list folds to a rail. */
export function MaterialRail(props: {
  readonly isFolded: boolean
  readonly onFold: () => void
  readonly onSearch: () => void
  readonly onMarks: () => void
  readonly children: ReactNode
}) {
  const { isFolded, onFold, onSearch, onMarks, children } = props
  const { t } = useTranslation()
  return (
    <div className={isFolded ? 'review-rail folded' : 'review-rail'}>
      <div className="review-rail-tools">
        <Tool
          label={t(isFolded ? 'review.unfoldMaterials' : 'review.foldMaterials')}
          icon={isFolded ? <FolderOutlined /> : <FolderOpenOutlined />}
          pressed={!isFolded}
          onClick={onFold}
        />
        <Tool label={t('review.search')} icon={<FileSearchOutlined />} onClick={onSearch} />
        <Tool label={t('marks.open')} icon={<HighlightOutlined />} onClick={onMarks} />
      </div>
      <div className="review-rail-list">{children}</div>
    </div>
  )
}
