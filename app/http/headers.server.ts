import { createHash } from 'node:crypto';

/**
 * What a page may load and run: what comes from here, and those inline scripts that it was made with, each named by its
 * hash. So a page is the same bytes for as long as it says the same, which a nonce would forbid.
 */
export const policy = (inlineScripts: readonly string[] = []): string =>
  [
    `default-src 'self'`,
    [`script-src 'self'`, ...inlineScripts.map((text) => `'sha256-${sha256(text)}'`)].join(' '),
    `style-src 'self'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');

const always = {
  'X-Content-Type-Options': 'nosniff',
  // with no-referrer a browser sends "Origin: null", and the origin check would refuse our own forms
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

/** Puts the security headers on an answer. A page that came without a policy runs no inline script at all. */
export function secure(headers: Headers, origin: string): void {
  for (const [name, value] of Object.entries(always)) headers.set(name, value);
  if (origin.startsWith('https:')) headers.set('Strict-Transport-Security', 'max-age=31536000');
  if (headers.get('Content-Type')?.startsWith('text/html') && !headers.has('Content-Security-Policy')) {
    headers.set('Content-Security-Policy', policy());
  }
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store');
}
