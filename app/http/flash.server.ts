import { createCookie, redirect } from '@remix-run/node';

import { configuration } from '#app/configuration.server.ts';

/** Said once, on the next page. `undo` is a form that takes it back: where to post, and what. */
export type Flash = {
  text: string;
  tone?: 'good' | 'warn';
  undo?: { action: string; label?: string; fields?: Record<string, string> };
};

const overHttps = configuration.origin.startsWith('https:');
const cookie = createCookie(overHttps ? '__Host-said' : 'said', {
  httpOnly: true,
  secure: overHttps,
  sameSite: 'lax',
  path: '/',
  maxAge: 60,
});

/** Leads elsewhere (303, so that a reload does not post again) and says something there. */
export async function redirectSaying(to: string, said: string | Flash, headers: Headers = new Headers()) {
  const flash: Flash = typeof said === 'string' ? { text: said } : said;
  headers.append('Set-Cookie', await cookie.serialize(flash));
  return redirect(to, { status: 303, headers });
}

/** What is to be said on this page, and the header that forgets it. */
export async function readFlash(request: Request): Promise<{ flash: Flash | null; forget: string | null }> {
  const flash = (await cookie.parse(request.headers.get('Cookie')).catch(() => null)) as Flash | null;
  if (!flash || typeof flash.text !== 'string') return { flash: null, forget: null };
  return { flash, forget: await cookie.serialize('', { maxAge: 0 }) };
}
