import { createCookie, redirect } from '@remix-run/node';
import { z } from 'zod';

import { configuration } from '#app/configuration.server.ts';

/** Said once, on the next page. `undo` is a form that takes it back: where to post, and what. */
const flashShape = z.object({
  text: z.string(),
  tone: z.enum(['good', 'warn']).optional(),
  undo: z
    .object({
      action: z.string().regex(/^\/(?!\/)/),
      label: z.string().optional(),
      fields: z.record(z.string(), z.string()).optional(),
    })
    .optional(),
});
export type Flash = z.output<typeof flashShape>;

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

/** Whether something is to be said on the next page of whoever asks. */
export const carriesFlash = (request: Request): boolean =>
  (request.headers.get('Cookie') ?? '').includes(`${cookie.name}=`);

/** What is to be said on this page, and the header that forgets it. */
export async function readFlash(request: Request): Promise<{ flash: Flash | null; forget: string | null }> {
  // The browser may have it from anywhere: what is not of this shape was not said by us.
  const read = flashShape.safeParse(await cookie.parse(request.headers.get('Cookie')).catch(() => null));
  if (!read.success) return { flash: null, forget: null };
  return { flash: read.data, forget: await cookie.serialize('', { maxAge: 0 }) };
}
