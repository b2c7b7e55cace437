import { theme as antdTheme, type ThemeConfig } from 'antd'
import type { Density, FontScale } from '@renderer/stores/preference-store'

const light = {
  colorPrimary: '#1456b8',
  colorText: '#1f2329',
  colorBgContainer: '#ffffff',
  colorBgElevated: '#ffffff',
  colorBgLayout: '#f5f6f7',
  colorBorder: '#c9cdd4',
  colorBorderSecondary: '#dee0e3',
  colorError: '#b42318',
  colorWarning: '#b25e09',
  colorSuccess: '#1a7f37',
  colorInfo: '#1456b8',
  // The washes that antd would derive from these dark tones are muddy.
  colorSuccessBg: '#eaf6ed',
  colorSuccessBorder: '#a5d3b1',
  colorWarningBg: '#fdf3e4',
  colorWarningBorder: '#e6c48f',
  colorErrorBg: '#fdecea',
  colorErrorBorder: '#e8b0a9',
  colorInfoBg: '#e8f0fb',
  colorInfoBorder: '#a9c4ea',
  colorTextSecondary: '#4e5560',
  colorTextTertiary: '#646a73',
  colorTextDescription: '#4e5560',
  colorTextPlaceholder: '#6b727c',
} as const

const dark = {
  colorPrimary: '#6ea8ff',
  colorText: '#e6e8eb',
  colorBgContainer: '#1b1d20',
  colorBgElevated: '#23262a',
  colorBgLayout: '#141517',
  colorBorder: '#4a4f57',
  colorBorderSecondary: '#33373d',
  colorError: '#ff8a80',
  colorWarning: '#f0b35a',
  colorSuccess: '#6cc583',
  colorInfo: '#6ea8ff',
  colorSuccessBg: '#16291b',
  colorSuccessBorder: '#2f5f3c',
  colorWarningBg: '#33290f',
  colorWarningBorder: '#6b5423',
  colorErrorBg: '#3a1c19',
  colorErrorBorder: '#75372f',
  colorInfoBg: '#1d2b40',
  colorInfoBorder: '#34507a',
  colorTextSecondary: '#b6bcc5',
  colorTextTertiary: '#9aa1ab',
  colorTextDescription: '#b6bcc5',
  colorTextPlaceholder: '#8d949e',
} as const

/** The tokens of the look, scaled as a whole: type, controls and space grow together to 200 %. */
export function themeOf(options: {
  readonly isDark: boolean
  readonly density: Density
  readonly fontScale: FontScale
  readonly motion: boolean
}): ThemeConfig {
  const { isDark, density, fontScale, motion } = options
  const algorithm = [isDark ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm]
  if (density === 'compact') algorithm.push(antdTheme.compactAlgorithm)
  return {
    algorithm,
    token: {
      ...(isDark ? dark : light),
      fontFamily: 'var(--sans)',
      fontSize: Math.round(14 * fontScale),
      sizeUnit: 4 * fontScale,
      controlHeight: Math.round(34 * fontScale),
      lineHeight: 1.6,
      borderRadius: 6,
      motion,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.15s',
    },
    components: {
      // Four digits fit at any size of type.
      InputNumber: { controlWidth: Math.round(90 * fontScale) },
      // White on the pale accent of the dark theme would fall under AA.
      ...(isDark ? { Button: { primaryColor: '#10233f' } } : {}),
    },
  }
}
