import { type ActionFunctionArgs, data } from '@remix-run/node';

import { personById } from '#app/accounts/people.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';
import { release } from '#app/postmortems/involvement.server.ts';
import { scopedToArrange } from '#app/postmortems/scoped.server.ts';
import { leadBack } from '#app/postmortems/step-action.server.ts';

export const loader = leadBack;

/** Takes a person's part back. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, postmortem, back } = await scopedToArrange(args);
  const personId = args.params.personId ?? '';
  const part = await release(postmortem.id, personId, { byId: viewer.id, now: Date.now() });
  if (!part) throw data(null, { status: 404 });
  // Who took themself out no longer sees it.
  if (personId === viewer.id)
    return redirectSaying(paths.postmortems(), `You no longer work on “${postmortem.title}”.`);
  const person = await personById(personId);
  return redirectSaying(`${back}#people`, {
    text: `${person?.name ?? 'They'} no longer take part.`,
    ...(person && {
      undo: { action: paths.postmortemPeople(postmortem.id), fields: { person: person.email, part } },
    }),
  });
}
