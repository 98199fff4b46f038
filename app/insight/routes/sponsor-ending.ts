import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { may } from '#app/accounts/permissions.ts';
import { requireViewer } from '#app/accounts/session.server.ts';
import { isUndo } from '#app/accounts/undo.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { endSponsoring, resumeSponsoring } from '#app/insight/sponsors.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requireViewer(args);
  return redirect(paths.report());
}

/** Ends the monthly mail to somebody, for organisers and for whoever gets it; and the way back. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  const id = args.params.id!;
  const isBack = await isUndo(args.request);
  const done = isBack ? await resumeSponsoring(viewer, id) : await endSponsoring(viewer, id, Date.now());
  if (!done) throw data(null, { status: 404 });
  const to = may(viewer, 'arrange-report') ? paths.sponsors() : paths.report();
  if ('refused' in done) return redirectSaying(to, 'They get the report already.');
  const who = done.personId === viewer.id ? 'You get' : `${done.name} gets`;
  if (isBack) return redirectSaying(to, `${who} the report each month again.`);
  return redirectSaying(to, {
    text: `${who} no more reports by mail.`,
    undo: { action: paths.sponsorEnding(id), fields: { undo: 'yes' } },
  });
}
