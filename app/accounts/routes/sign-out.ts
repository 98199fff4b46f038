import { type ActionFunctionArgs, redirect } from '@remix-run/node';

import { endSession } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';

export const loader = () => redirect(paths.home());

export async function action({ request }: ActionFunctionArgs) {
  const forget = await endSession(request);
  // Pages and texts that this browser holds are not to be found by who sits here next.
  const headers = new Headers({ 'Set-Cookie': forget, 'Clear-Site-Data': '"cache", "storage"' });
  return redirectSaying(paths.signIn(), 'You are signed out.', headers);
}
