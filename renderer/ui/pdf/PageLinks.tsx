import { useTranslation } from '../translation'
import type { PageLink } from './page-links'
import { regionStyle } from './region-style'

/** What may be pressed on a page, over its picture. No anchors: a browser could follow those out of the desk. */
export function PageLinks(props: { readonly links: readonly PageLink[]; readonly onLink: (link: PageLink) => void }) {
  const { t } = useTranslation()
  return props.links.map((link, index) => (
    <span
      key={index}
      className={`pdf-link pdf-link-${link.kind}`}
      role={link.kind === 'note' ? 'button' : 'link'}
      tabIndex={0}
      style={regionStyle(link.region)}
      aria-label={
        link.kind === 'inside'
          ? t('pdf.link.inside')
          : link.kind === 'outside'
            ? t('pdf.link.outside', { address: link.address })
            : t('pdf.link.note', { by: link.by })
      }
      onClick={() => props.onLink(link)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        props.onLink(link)
      }}
    />
  ))
}
