import { type ActionFunctionArgs, redirect } from '@remix-run/node';

import { ownPath } from '#app/accounts/return-path.ts';
import { formIn } from '#app/http/form.server.ts';
import { leadToItem, scopedItem } from '#app/meetings/item-scope.server.ts';
import { setVote } from '#app/meetings/votes.server.ts';
import { paths } from '#app/paths.ts';

export const loader = leadToItem;

/** Votes for something, or takes the vote back. What is over keeps the votes it had. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, item } = await scopedItem(args);
  const form = await formIn(args.request);
  if (item.state === 'open') await setVote(viewer, item.lineageId, form.get('vote') !== 'no', Date.now());
  const back = ownPath(form.get('back'));
  return redirect(back === '/' ? paths.agendaItem(item.id) : back, 303);
}
