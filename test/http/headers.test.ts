import { describe, expect, it } from 'vitest';

import { secure } from '#app/http/headers.server.ts';

const secured = (given: Record<string, string> = {}, origin = 'https://guild.example.com') => {
  const headers = new Headers(given);
  secure(headers, origin);
  return headers;
};

describe('a page', () => {
  const policy = secured({ 'Content-Type': 'text/html; charset=utf-8' }).get('Content-Security-Policy')!;

  it('runs scripts of ours alone, unless it names inline ones', () => {
    expect(policy).toContain(`script-src 'self';`);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });

  it.each([
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `default-src 'self'`,
    `connect-src 'self'`,
  ])('says %s', (rule) => expect(policy.split('; ')).toContain(rule));
});

describe('any answer', () => {
  it('is kept by nobody, unless it says otherwise', () => {
    expect(secured().get('Cache-Control')).toBe('private, no-store');
    expect(secured({ 'Cache-Control': 'public, max-age=60' }).get('Cache-Control')).toBe(
      'public, max-age=60',
    );
  });

  it('is what its type says, and tells other sites nothing', () => {
    const headers = secured();
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Referrer-Policy')).toBe('same-origin');
    expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
    expect(headers.get('Permissions-Policy')).toContain('camera=()');
  });

  it('asks for HTTPS from now on only where it came over HTTPS', () => {
    expect(secured().get('Strict-Transport-Security')).toMatch(/^max-age=\d{7,}/);
    expect(secured({}, 'http://127.0.0.1:3000').has('Strict-Transport-Security')).toBe(false);
  });

  it('has no policy for scripts where there are none', () => {
    expect(secured({ 'Content-Type': 'text/markdown' }).has('Content-Security-Policy')).toBe(false);
  });
});
