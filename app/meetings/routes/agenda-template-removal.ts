import type { ActionFunctionArgs } from '@remix-run/node';

import { redirectSaying } from '#app/http/flash.server.ts';
import { formIn } from '#app/http/form.server.ts';
import { leadToAgenda } from '#app/meetings/item-scope.server.ts';
import { clearAway } from '#app/meetings/laying-out.server.ts';
import { scopedToRun } from '#app/meetings/scoped.server.ts';
import { paths } from '#app/paths.ts';

/** parts of a template, at the most */
const MOST = 50;

export const loader = leadToAgenda;

/** Takes laid-out parts off again. */
export async function action(args: ActionFunctionArgs) {
  const { meeting } = await scopedToRun(args);
  const items = String((await formIn(args.request)).get('items') ?? '')
    .split(' ')
    .slice(0, MOST);
  await clearAway(meeting.id, items);
  return redirectSaying(paths.agenda(meeting.id), 'Taken off again. What somebody had filled stays.');
}
