import {
  BorderOuterOutlined,
  ColumnWidthOutlined,
  DownOutlined,
  FileTextOutlined,
  MinusOutlined,
  PictureOutlined,
  PlusOutlined,
  PushpinOutlined,
  SearchOutlined,
  UnorderedListOutlined,
  UpOutlined,
} from '@ant-design/icons'
import { Button, InputNumber, Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from '../translation'
import { nextZoom } from './page-layout'
import type { PageColumn } from './use-page-column'

export type Rail = 'thumbnails' | 'outline' | null

type Props = {
  readonly column: PageColumn
  readonly pageCount: number
  readonly rail: Rail
  readonly onRail: (rail: Rail) => void
  readonly isSearching: boolean
  readonly onSearch: () => void
  readonly isDrawing: boolean
  /** Null where nothing can be pinned. */
  readonly onDrawing: (() => void) | null
  readonly onPin: (() => void) | null
}

/** The tools above a page. */
export function PdfToolbar(props: Props) {
  const { column, pageCount, rail, onRail, isSearching, onSearch, isDrawing, onDrawing, onPin } = props
  const { t } = useTranslation()
  const go = (page: number) => {
    column.goTo({ page })
  }
  return (
    <div className="pdf-toolbar" role="toolbar" aria-label={t('pdf.tools')}>
      <Tool
        label={t('pdf.thumbnails')}
        icon={<PictureOutlined />}
        pressed={rail === 'thumbnails'}
        onClick={() => onRail(rail === 'thumbnails' ? null : 'thumbnails')}
      />
      <Tool
        label={t('pdf.outline')}
        icon={<UnorderedListOutlined />}
        pressed={rail === 'outline'}
        onClick={() => onRail(rail === 'outline' ? null : 'outline')}
      />
      <span className="pdf-toolgroup">
        <Tool
          label={t('pdf.previousPage')}
          icon={<UpOutlined />}
          disabled={column.page <= 1}
          onClick={() => go(column.page - 1)}
        />
        <InputNumber
          className="pdf-pagebox"
          aria-label={t('pdf.pageNumber')}
          controls={false}
          min={1}
          max={pageCount}
          precision={0}
          value={column.page}
          onChange={(value) => {
            if (value !== null) go(value)
          }}
        />
        <span className="pdf-pagecount">{t('pdf.ofPages', { count: pageCount })}</span>
        <Tool
          label={t('pdf.nextPage')}
          icon={<DownOutlined />}
          disabled={column.page >= pageCount}
          onClick={() => go(column.page + 1)}
        />
      </span>
      <span className="pdf-toolgroup">
        <Tool
          label={t('pdf.zoomOut')}
          icon={<MinusOutlined />}
          onClick={() => column.setZoom(nextZoom(column.scale, -1))}
        />
        <span className="pdf-zoom">{Math.round(column.scale * 100)}%</span>
        <Tool
          label={t('pdf.zoomIn')}
          icon={<PlusOutlined />}
          onClick={() => column.setZoom(nextZoom(column.scale, 1))}
        />
        <Tool
          label={t('pdf.fitWidth')}
          icon={<ColumnWidthOutlined />}
          pressed={column.zoom === 'width'}
          onClick={() => column.setZoom('width')}
        />
        <Tool
          label={t('pdf.fitPage')}
          icon={<FileTextOutlined />}
          pressed={column.zoom === 'page'}
          onClick={() => column.setZoom('page')}
        />
      </span>
      <Tool label={t('pdf.search')} icon={<SearchOutlined />} pressed={isSearching} onClick={onSearch} />
      {onDrawing === null ? null : (
        <Tool label={t('pdf.drawRegion')} icon={<BorderOuterOutlined />} pressed={isDrawing} onClick={onDrawing} />
      )}
      {onPin === null ? null : (
        <Button
          size="small"
          icon={<PushpinOutlined />}
          // Keeps the text selected that is to be pinned.
          onMouseDown={(event) => event.preventDefault()}
          onClick={onPin}
        >
          {t('pdf.pinPage')}
        </Button>
      )}
    </div>
  )
}

type ToolProps = {
  readonly label: string
  readonly icon: ReactNode
  readonly onClick: () => void
  readonly pressed?: boolean
  readonly disabled?: boolean
}

function Tool({ label, icon, onClick, pressed, disabled = false }: ToolProps) {
  return (
    <Tooltip title={label}>
      <Button
        type={pressed === true ? 'default' : 'text'}
        size="small"
        icon={icon}
        aria-label={label}
        aria-pressed={pressed}
        disabled={disabled}
        onClick={onClick}
      />
    </Tooltip>
  )
}
