import {
  BorderOuterOutlined,
  ColumnWidthOutlined,
  DownOutlined,
  FileTextOutlined,
  HighlightOutlined,
  MinusOutlined,
  PictureOutlined,
  PlusOutlined,
  PushpinOutlined,
  RotateRightOutlined,
  SearchOutlined,
  UnorderedListOutlined,
  UpOutlined,
} from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from '../translation'
import { PageBox } from './PageBox'
import { nextZoom } from './page-layout'
import { Tool } from './Tool'
import type { PageColumn } from './use-page-column'

export type Rail = 'thumbnails' | 'outline' | null

type Props = {
  readonly column: PageColumn
  readonly pageCount: number
  /** Goes to a page that was asked for. */
  readonly onGo: (page: number) => void
  readonly onPages: () => void
  readonly rail: Rail
  readonly onRail: (rail: Rail) => void
  /** The search, in the place of the tools that one does not need meanwhile; null while nothing is searched. */
  readonly search: ReactNode
  readonly onSearch: () => void
  readonly isImage: boolean
  readonly isDrawing: boolean
  /** Null where nothing can be pinned. */
  readonly onDrawing: (() => void) | null
  readonly onPin: (() => void) | null
  readonly onMark: (() => void) | null
  /** What whoever shows the file adds, at the end of the line. */
  readonly extra: ReactNode
}

/** The tools above a page, in one line. */
export function PdfToolbar(props: Props) {
  const { column, pageCount, onGo, onPages, rail, onRail, search, onSearch, isImage } = props
  const { isDrawing, onDrawing, onPin, onMark, extra } = props
  const { t } = useTranslation()
  const toggle = (wanted: Exclude<Rail, null>) => () => onRail(rail === wanted ? null : wanted)
  return (
    <div className="pdf-toolbar" role="toolbar" aria-label={t('pdf.tools')}>
      {search === null ? (
        <span className="pdf-toolgroup">
          <Tool
            label={t('pdf.thumbnails')}
            icon={<PictureOutlined />}
            pressed={rail === 'thumbnails'}
            onClick={toggle('thumbnails')}
          />
          <Tool
            label={t('pdf.outline')}
            icon={<UnorderedListOutlined />}
            pressed={rail === 'outline'}
            onClick={toggle('outline')}
          />
        </span>
      ) : null}
      <span className="pdf-toolgroup">
        <Tool
          label={t('pdf.previousPage')}
          icon={<UpOutlined />}
          disabled={column.page <= 1}
          onClick={() => column.goTo({ page: column.page - 1 })}
        />
        <PageBox page={column.page} pageCount={pageCount} onGo={onGo} onDone={onPages} />
        <span className="pdf-pagecount">{t('pdf.ofPages', { count: pageCount })}</span>
        <Tool
          label={t('pdf.nextPage')}
          icon={<DownOutlined />}
          disabled={column.page >= pageCount}
          onClick={() => column.goTo({ page: column.page + 1 })}
        />
      </span>
      {/* Its room is kept: a tag that comes and goes would move the tools. */}
      <span className="pdf-image-tag" title={isImage ? t('pdf.imageOnly') : undefined}>
        {isImage ? (
          <>
            <span aria-hidden>{t('pdf.imageTag')}</span>
            <span className="visually-hidden">{t('pdf.imageOnly')}</span>
          </>
        ) : null}
      </span>
      {search ?? (
        <>
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
            <Tool label={t('pdf.turn')} icon={<RotateRightOutlined />} onClick={column.turn} />
          </span>
          <Tool label={t('pdf.search')} icon={<SearchOutlined />} onClick={onSearch} />
          {onDrawing === null ? null : (
            <Tool label={t('pdf.drawRegion')} icon={<BorderOuterOutlined />} pressed={isDrawing} onClick={onDrawing} />
          )}
          {onMark === null ? null : (
            // Keeps the text selected that is to be marked.
            <span onMouseDown={(event) => event.preventDefault()}>
              <Tool label={t('pdf.mark')} icon={<HighlightOutlined />} onClick={onMark} />
            </span>
          )}
          {onPin === null ? null : (
            <Button
              className="pdf-pin"
              size="small"
              icon={<PushpinOutlined />}
              // Keeps the text selected that is to be pinned.
              onMouseDown={(event) => event.preventDefault()}
              onClick={onPin}
            >
              {t('pdf.pinPage')}
            </Button>
          )}
        </>
      )}
      {extra === undefined || extra === null ? null : <span className="pdf-toolgroup pdf-extra">{extra}</span>}
    </div>
  )
}
