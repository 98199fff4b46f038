import { data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { paths } from '#app/paths.ts';

import { celebration, nominationPage } from './nomination-page.server.ts';

/** A nomination for its nominator and those who decide; leads whoever was given it to their own page. */
export async function loadNomination(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-recognition');
  args.context.keptNowhere = true;
  const now = Date.now();
  const id = args.params.id!;
  const page = await nominationPage(viewer, id, now);
  if (page) return page;
  if (await celebration(viewer, id, now)) throw redirect(paths.nominationCelebration(id));
  throw data(null, { status: 404 });
}
