import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { paths } from '#app/paths.ts';

import { visibleItem } from './items.server.ts';

type Args = ActionFunctionArgs | LoaderFunctionArgs;

/** Who asks, and the agenda item of the address; 404 where it is not theirs to see, whether it exists or not. */
export async function scopedItem(args: Args) {
  const viewer = await requirePermission(args, 'see-meetings');
  const found = await visibleItem(viewer, args.params.id ?? '');
  if (!found) throw data(null, { status: 404 });
  return { viewer, ...found };
}

/** The same for whoever proposed it or runs its meeting; 403 for others. */
export async function scopedToWrite(args: Args) {
  const found = await scopedItem(args);
  if (!found.isTheirs) throw data(null, { status: 403 });
  return found;
}

/** The page on which an item stands: its meeting's agenda, or the proposals of its series. */
export const standsOn = (item: { meetingId: string | null; seriesId: string }): string =>
  item.meetingId ? paths.agenda(item.meetingId) : paths.proposals(item.seriesId);

/** Asked by GET, the URL of a step leads to what it is a step of. */
export async function leadToItem(args: LoaderFunctionArgs) {
  const { item } = await scopedItem(args);
  return redirect(paths.agendaItem(item.id));
}

/** The same below a meeting's agenda. */
export async function leadToAgenda(args: LoaderFunctionArgs) {
  await requirePermission(args, 'see-meetings');
  return redirect(paths.agenda(args.params.id ?? ''));
}
