import { type ActionFunctionArgs, redirect } from '@remix-run/node';

import { formIn } from '#app/http/form.server.ts';
import { leadToAgenda } from '#app/meetings/item-scope.server.ts';
import { visibleItem } from '#app/meetings/items.server.ts';
import { move } from '#app/meetings/placing.server.ts';
import { scopedToRun } from '#app/meetings/scoped.server.ts';
import { paths } from '#app/paths.ts';

export const loader = leadToAgenda;

/** Moves an item: by a button one step, by its handle in front of another. A script that asks stays on its page. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, meeting } = await scopedToRun(args);
  const form = await formIn(args.request);
  const before = form.get('before');
  const to = form.get('to') === 'later' ? 'later' : 'earlier';
  const found = await visibleItem(viewer, String(form.get('item') ?? ''));
  const moved =
    found !== null &&
    (await move(
      viewer,
      meeting.id,
      found.item.id,
      before === null ? to : { before: String(before) || null },
    ));
  if (form.get('stay') === 'yes') return new Response(null, { status: moved ? 204 : 409 });
  return redirect(`${paths.agenda(meeting.id)}${found ? `#item-${found.item.id}` : ''}`, 303);
}
