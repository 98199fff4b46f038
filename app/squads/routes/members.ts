import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';

import { requirePermission } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { addMember } from '#app/squads/members.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'arrange-squads');
  return redirect(paths.squad(args.params.id!));
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'arrange-squads');
  const id = args.params.id!;
  const read = await readForm(args.request, z.object({ person: z.string().regex(/^[0-9a-z]{1,32}$/) }));
  const personId = 'value' in read ? read.value.person : '';
  const added = await addMember(viewer, id, personId, Date.now());
  if ('refused' in added) {
    if (added.refused === 'no-squad') throw data(null, { status: 404 });
    return redirectSaying(paths.squad(id), { text: 'Choose somebody who is here.', tone: 'warn' });
  }
  if (!added.added) return redirectSaying(paths.squad(id), `${added.name} is in this squad already.`);
  return redirectSaying(paths.squad(id), {
    text: `${added.name} is in this squad now.`,
    undo: { action: paths.squadMember(id, personId) },
  });
}
