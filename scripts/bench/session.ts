import { PASSWORD, VIEWER } from './data.ts';

/** The form that signs somebody in. */
export const signInForm = (email: string) =>
  new URLSearchParams({ email, password: PASSWORD, to: '/' }).toString();

export const FORM = 'application/x-www-form-urlencoded';

/** Signs somebody in, and gives the cookie that says so. */
export async function signIn(origin: string, email = VIEWER): Promise<string> {
  const response = await fetch(`${origin}/sign-in`, {
    method: 'POST',
    body: signInForm(email),
    headers: { Origin: origin, 'Content-Type': FORM },
    redirect: 'manual',
  });
  await response.arrayBuffer();
  const cookie = response.headers.getSetCookie().find((text) => text.startsWith('guildhall='));
  if (response.status !== 303 || !cookie) throw new Error(`Signing in was answered ${response.status}.`);
  return cookie.split(';')[0]!;
}
