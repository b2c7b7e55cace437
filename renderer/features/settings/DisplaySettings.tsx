import { Segmented } from 'antd'
import { languageName, locales, type Locale } from '@shared/messages/languages'
import { usePreferences, type FontScale } from '@renderer/stores/preference-store'
import { Labelled } from '@renderer/ui/Labelled'
import { useTranslation } from '@renderer/ui/translation'

const scales: readonly FontScale[] = [1, 1.25, 1.5, 2]

/** Language, theme, density and type size of this computer. */
export function DisplaySettings() {
  const { t } = useTranslation()
  const { locale, theme, density, fontScale, change } = usePreferences()
  return (
    <section className="panel">
      <h2>{t('settings.display')}</h2>
      <div className="fields">
        <Labelled label={t('settings.language')}>
          <Segmented<Locale>
            aria-label={t('settings.language')}
            value={locale}
            options={locales.map((value) => ({ value, label: languageName(value) }))}
            onChange={(value) => {
              change({ locale: value })
            }}
          />
        </Labelled>
        <Labelled label={t('settings.theme')}>
          <Segmented
            aria-label={t('settings.theme')}
            value={theme}
            options={(['system', 'light', 'dark'] as const).map((value) => ({
              value,
              label: t(`settings.theme.${value}`),
            }))}
            onChange={(value) => {
              change({ theme: value })
            }}
          />
        </Labelled>
        <Labelled label={t('settings.density')}>
          <Segmented
            aria-label={t('settings.density')}
            value={density}
            options={(['comfortable', 'compact'] as const).map((value) => ({
              value,
              label: t(`settings.density.${value}`),
            }))}
            onChange={(value) => {
              change({ density: value })
            }}
          />
        </Labelled>
        <Labelled label={t('settings.fontScale')}>
          <Segmented
            aria-label={t('settings.fontScale')}
            value={fontScale}
            options={scales.map((value) => ({ value, label: `${value * 100} %` }))}
            onChange={(value) => {
              change({ fontScale: value })
            }}
          />
        </Labelled>
      </div>
    </section>
  )
}
