/** What both shells say with every answer, as a list that is written and not computed. */
export const expectedHeaders: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src-elem 'self'; style-src-attr 'unsafe-inline'; " +
    "img-src 'self' data: blob:; font-src 'self' data: blob:; connect-src 'self' data: blob:; worker-src 'self' blob:; " +
    "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'bluetooth=(), camera=(), clipboard-read=(), display-capture=(), geolocation=(), hid=(), idle-detection=(), ' +
    'local-fonts=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), ' +
    'usb=(), window-management=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

/** The same for a page, which names the nonce of its own style sheets. */
export const expectedPageHeaders = (nonce: string): Readonly<Record<string, string>> => ({
  ...expectedHeaders,
  'content-security-policy': expectedHeaders['content-security-policy']!.replace(
    "style-src-elem 'self'",
    `style-src-elem 'self' 'nonce-${nonce}'`,
  ),
})

/** The nonce that a served page carries. */
export const nonceOf = (html: string): string =>
  /<meta property="csp-nonce" nonce="([\w-]{22})">/u.exec(html)?.[1] ?? ''
