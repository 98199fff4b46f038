import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { personMeant } from '#app/accounts/find-person.server.ts';
import { personById } from '#app/accounts/people.server.ts';
import { personLabel, personProblem } from '#app/accounts/person-meant.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { optionalLine } from '#app/http/fields.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { lineManagerOf, nameManager } from '#app/squads/managers.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';
import { Stale } from '#app/ui/stale.tsx';
import { SuggestingField } from '#app/ui/suggesting-field.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Manager of ${page?.person.name ?? ''} · Guildhall` },
];

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'arrange-squads');
  const person = await personById(args.params.id!);
  if (!person) throw data(null, { status: 404 });
  return { viewer, person };
}

export async function loader(args: LoaderFunctionArgs) {
  const { person } = await asked(args);
  const manager = await lineManagerOf(person.id);
  return {
    person: { id: person.id, name: person.name },
    manager: manager && { id: manager.id, label: personLabel(manager) },
  };
}

/** `before` is whom the form named when it was shown. */
const schema = z.object({ manager: optionalLine(200), before: z.string().max(32).default('') });

export async function action(args: ActionFunctionArgs) {
  const { viewer, person } = await asked(args);
  const form = await readForm(args.request, schema);
  if ('refused' in form) return data({ refused: form.refused, stale: null }, { status: 422 });
  const { manager: text, before } = form.value;
  const values: Record<string, string> = { manager: text };
  const refuse = (error: string) =>
    data({ refused: { errors: { manager: error }, values }, stale: null }, { status: 422 });
  const meant = await personMeant(text);
  if ('refused' in meant) return refuse(personProblem(meant));
  const managerId = meant.person?.id ?? null;
  const was = await lineManagerOf(person.id);
  const named = await nameManager(viewer, person.id, { managerId, before: before || null }, Date.now());
  if ('refused' in named) {
    if (named.refused === 'unknown') throw data(null, { status: 404 });
    if (named.refused === 'oneself') return refuse('Nobody is their own manager: name somebody else.');
    if (named.refused === 'nobody') return refuse(personProblem({ refused: 'nobody' }));
    const theirs = named.now ? personLabel(named.now) : '';
    const stale = [{ name: 'Manager', theirs, yours: text }];
    return data({ refused: { errors: { manager: undefined }, values }, stale }, { status: 409 });
  }
  return redirectSaying(paths.person(person.id), {
    text: named.name ? `${named.name} is their manager now.` : 'Nobody is named as their manager now.',
    undo: {
      action: paths.personManager(person.id),
      fields: { manager: was ? personLabel(was) : '', before: managerId ?? '' },
    },
  });
}

export default function Manager() {
  const { person, manager } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title={`Who manages ${person.name}?`}
        lead="A manager agrees a champion’s time. Where nobody is named, the managers of their squads do."
        above={<Up to={paths.person(person.id)}>{person.name}</Up>}
      />
      {answer?.stale && <Stale pairs={answer.stale} />}
      <Card className="max-w-xl">
        <Form method="post" className="space-y-4" key={manager?.id}>
          <input type="hidden" name="before" value={manager?.id ?? ''} />
          <SuggestingField
            label="Manager"
            name="manager"
            from={paths.personNames()}
            defaultValue={answer?.refused.values.manager ?? manager?.label ?? ''}
            error={answer?.refused.errors.manager}
            help="Name or e-mail; empty for nobody"
          />
          <Button weight="primary">Save</Button>
        </Form>
      </Card>
    </>
  );
}
