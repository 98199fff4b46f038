import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { personMeant } from '#app/accounts/find-person.server.ts';
import { personLabel, personProblem } from '#app/accounts/person-meant.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { changeSquad, editedSquad } from '#app/squads/changing.server.ts';
import { EditForm } from '#app/squads/edit-form.tsx';
import { comparedSquad, typedSquad } from '#app/squads/edit-values.ts';
import { membersOf } from '#app/squads/members.server.ts';
import { areas } from '#app/squads/squad-roles.server.ts';
import { isTakenWords, squadSchema } from '#app/squads/squad.ts';
import { Card, PageHead, Up } from '#app/ui/page.tsx';
import { Stale } from '#app/ui/stale.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Edit ${page?.squad.name ?? ''} · Guildhall` },
];

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'arrange-squads');
  const squad = await editedSquad(args.params.id!);
  if (!squad) throw data(null, { status: 404 });
  const [known, members] = await Promise.all([areas(), membersOf(squad.id)]);
  const { id, name, version } = squad;
  return { squad: { id, name, version }, values: typedSquad(squad), areas: known, members: members.length };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'arrange-squads');
  const squad = await editedSquad(args.params.id!);
  if (!squad) throw data(null, { status: 404 });
  const form = await readForm(args.request, squadSchema);
  if ('refused' in form) return data({ refused: form.refused, stale: null }, { status: 422 });
  const { version, manager, productOwner, ...facts } = form.value;
  const values = typedAgain({ ...facts, manager, productOwner });
  const refuse = (name: string, error: string) =>
    data({ refused: { errors: { [name]: error }, values }, stale: null }, { status: 422 });

  const meant: Record<string, string | null> = {};
  for (const [name, text, held] of [
    ['manager', manager, squad.manager],
    ['productOwner', productOwner, squad.productOwner],
  ] as const) {
    // Left as it was, it stays: also somebody who has left, whom nobody could name anew.
    if (held && text === personLabel(held)) {
      meant[name] = held.id;
      continue;
    }
    const found = await personMeant(text);
    if ('refused' in found) return refuse(name, personProblem(found));
    meant[name] = found.person?.id ?? null;
  }
  const wanted = { ...facts, managerId: meant.manager!, productOwnerId: meant.productOwner! };
  const saved = await changeSquad(viewer, squad.id, version, wanted, Date.now());
  if ('refused' in saved) {
    if (saved.refused === 'stale') {
      const stale = comparedSquad(typedSquad(saved.now), values);
      return data({ refused: { errors: {}, values }, stale }, { status: 409 });
    }
    if (saved.refused === 'taken') return refuse('name', isTakenWords);
    throw data(null, { status: 404 });
  }
  return redirectSaying(paths.squad(squad.id), {
    text: 'Saved.',
    undo: {
      action: paths.editSquad(squad.id),
      fields: { ...typedSquad(saved.before), version: String(saved.version) },
    },
  });
}

export default function EditSquad() {
  const { squad, ...form } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead title="What is said of this squad" above={<Up to={paths.squad(squad.id)}>{squad.name}</Up>} />
      {answer?.stale && <Stale pairs={answer.stale} />}
      <Card className="max-w-3xl">
        <EditForm {...form} version={squad.version} refused={answer?.refused} />
      </Card>
    </>
  );
}
