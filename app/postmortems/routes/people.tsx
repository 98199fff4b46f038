import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { ownerProblem } from '#app/action-items/item-form.ts';
import { resolveOwner } from '#app/action-items/owner.server.ts';
import { line } from '#app/http/fields.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { involve, reachOf } from '#app/postmortems/involvement.server.ts';
import { PeopleCard } from '#app/postmortems/people-card.tsx';
import { peopleOf } from '#app/postmortems/postmortems.server.ts';
import { ReachCard } from '#app/postmortems/reach-card.tsx';
import { paths } from '#app/paths.ts';
import { scopedToArrange } from '#app/postmortems/scoped.server.ts';
import { PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Who takes part · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const { postmortem } = await scopedToArrange(args);
  const [people, arranged] = await Promise.all([peopleOf(postmortem.id), reachOf(postmortem)]);
  return { postmortem, people, arranged };
}

const schema = z.object({
  person: line('a name or an e-mail address', 200),
  part: z.enum(['participant', 'reviewer', 'reader'], { error: 'Choose a part.' }),
});

export async function action(args: ActionFunctionArgs) {
  const { viewer, postmortem, back } = await scopedToArrange(args);
  const form = await readForm(args.request, schema);
  if ('refused' in form) return data({ refused: form.refused }, { status: 422 });
  const { person, part } = form.value;
  const refuse = (error: string) =>
    data({ refused: { errors: { person: error }, values: { person, part } } }, { status: 422 });

  const meant = await resolveOwner(person);
  if ('refused' in meant) return refuse(ownerProblem(meant));
  if (!meant.owner || !('personId' in meant.owner))
    return refuse('Name one person; squads are chosen under “Who it is for”.');
  const done = await involve(postmortem, { id: meant.owner.personId, part }, viewer, Date.now());
  if ('refused' in done) return refuse('They are its author already.');
  return redirectSaying(`${back}#people`, 'Added. They have a notice from the moment they may see it.');
}

export default function People() {
  const { postmortem, people, arranged } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  return (
    <>
      <PageHead
        title="Who takes part, and who it is for"
        above={<Up to={paths.postmortem(postmortem.id)}>{postmortem.title}</Up>}
      />
      <div className="grid items-start gap-6 md:grid-cols-2">
        <PeopleCard postmortemId={postmortem.id} people={people} refused={refused} />
        <ReachCard postmortemId={postmortem.id} {...arranged} />
      </div>
    </>
  );
}
