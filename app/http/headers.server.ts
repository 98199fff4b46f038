const policy = (nonce: string) =>
  [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');

const always = {
  'X-Content-Type-Options': 'nosniff',
  // with no-referrer a browser sends "Origin: null", and the origin check would refuse our own forms
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

/** Puts the security headers on an answer. */
export function secure(headers: Headers, nonce: string, origin: string): void {
  for (const [name, value] of Object.entries(always)) headers.set(name, value);
  if (origin.startsWith('https:')) headers.set('Strict-Transport-Security', 'max-age=31536000');
  if (headers.get('Content-Type')?.startsWith('text/html')) {
    headers.set('Content-Security-Policy', policy(nonce));
  }
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store');
}
