/**
 * What the desk's pages may load, in both shells: only its own files. WebAssembly serves image codecs of PDF files;
 * `blob:` carries previews and workers made in memory. A style sheet is a file of ours or has the nonce of its page; a
 * `style` attribute is let through, for text fields that grow with their text measure themselves by one.
 */
const contentSecurityPolicy = (styleSheets: string): string =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src-elem ${styleSheets}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data: blob:",
    "connect-src 'self' data: blob:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** The policy of one answer that is a page: its scripts may make style sheets, its markup may not. */
export const pagePolicy = (nonce: string): string => contentSecurityPolicy(`'self' 'nonce-${nonce}'`)

/** The entrance of the browser shell: a form that is sent to ourselves, its one style sheet, and nothing else. */
export const entrancePolicy = (styleHash: string): string =>
  [
    "default-src 'none'",
    `style-src '${styleHash}'`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

/** What a page may ask a computer for, and ours never does. */
const deniedFeatures = [
  'bluetooth',
  'camera',
  'clipboard-read',
  'display-capture',
  'geolocation',
  'hid',
  'idle-detection',
  'local-fonts',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'window-management',
]

/** Headers of every answer, whatever it is. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy("'self'"),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': deniedFeatures.map((feature) => `${feature}=()`).join(', '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}
