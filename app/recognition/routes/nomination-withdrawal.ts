import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';
import { withdrawNomination } from '#app/recognition/nominating.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'see-recognition');
  return redirect(paths.nomination(args.params.id!));
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'see-recognition');
  const id = args.params.id!;
  const withdrawn = await withdrawNomination(viewer, id, Date.now());
  if (!withdrawn) throw data(null, { status: 404 });
  if ('refused' in withdrawn)
    return redirectSaying(paths.nomination(id), {
      text: 'It has been decided meanwhile, and stays as it is.',
      tone: 'warn',
    });
  return redirectSaying(paths.awards(), 'Withdrawn. Nobody is told; you can put them forward again.');
}
