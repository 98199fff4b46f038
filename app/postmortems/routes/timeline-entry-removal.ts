import { type ActionFunctionArgs, data } from '@remix-run/node';

import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';
import { scopedToEdit } from '#app/postmortems/scoped.server.ts';
import { removeEntry } from '#app/postmortems/timeline.server.ts';
import { leadBack } from '#app/postmortems/step-action.server.ts';

export const loader = leadBack;

export async function action(args: ActionFunctionArgs) {
  const { viewer, postmortem } = await scopedToEdit(args);
  const gone = await removeEntry(
    { postmortemId: postmortem.id, id: args.params.entryId ?? '' },
    { byId: viewer.id, now: Date.now() },
  );
  if (!gone) throw data(null, { status: 404 });
  return redirectSaying(`${paths.editPostmortem(postmortem.id)}#timeline`, {
    text: 'Taken out of the timeline.',
    undo: { action: paths.timelineEntryReturn(postmortem.id), fields: { entry: gone.id } },
  });
}
