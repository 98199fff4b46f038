import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { redirectSaying } from '#app/http/flash.server.ts';
import { formIn } from '#app/http/form.server.ts';
import { reach as reachField } from '#app/postmortems/facts.ts';
import { changeReach, reachOf } from '#app/postmortems/involvement.server.ts';
import { scopedToArrange } from '#app/postmortems/scoped.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { back } = await scopedToArrange(args);
  return redirect(`${back}#reach`);
}

/** Says who it is for. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, postmortem, ...arranged } = await scopedToArrange(args);
  const back = `${arranged.back}#reach`;
  const form = await formIn(args.request);
  const reach = reachField.safeParse(form.get('reach'));
  const known = new Set((await reachOf(postmortem)).squads.map((squad) => squad.id));
  const squadIds = form
    .getAll('squad')
    .map(String)
    .filter((id) => known.has(id));
  if (!reach.success) return redirectSaying(back, { text: 'Choose who it is for.', tone: 'warn' });
  if (reach.data === 'squads' && squadIds.length === 0) {
    return redirectSaying(back, {
      text: 'Choose at least one squad, or another group of readers.',
      tone: 'warn',
    });
  }
  await changeReach(postmortem.id, { reach: reach.data, squadIds }, { byId: viewer.id, now: Date.now() });
  return redirectSaying(back, said[reach.data]);
}

const said = {
  everyone: 'Once published, everyone who can sign in may read it.',
  squads: 'Once published, these squads and the people named may read it.',
  people: 'Once published, the people named may read it, and nobody else.',
  private: 'Private: the people named may see it, at any time, and nobody else.',
};
