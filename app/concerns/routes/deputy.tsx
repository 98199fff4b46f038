import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { personMeant } from '#app/accounts/find-person.server.ts';
import { zoneHere } from '#app/accounts/organisation.server.ts';
import { personProblem } from '#app/accounts/person-meant.ts';
import { requireOwner } from '#app/accounts/session.server.ts';
import { Absences } from '#app/concerns/absences.tsx';
import { arrangeAbsence, arrangementsOf } from '#app/concerns/deputies.server.ts';
import { absenceSchema, spanOf } from '#app/concerns/deputy.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/field.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';
import { SuggestingField } from '#app/ui/suggesting-field.tsx';
import { day } from '#app/ui/time.ts';

export const meta: MetaFunction = () => [{ title: 'While you are away · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireOwner(args);
  const zone = await zoneHere();
  const now = Date.now();
  const arranged = await arrangementsOf(viewer.id, now);
  return {
    arrangements: arranged.map(({ id, personId, person, deputy, from, until }) => ({
      id,
      mine: personId === viewer.id,
      person,
      deputy,
      first: day(from, zone),
      last: day(until - 1, zone),
      now: from <= now,
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOwner(args);
  const form = await readForm(args.request, absenceSchema);
  if ('refused' in form) return data(form.refused, { status: 422 });
  const refuse = (errors: { from?: string; until?: string; deputy?: string }) =>
    data({ errors, values: typedAgain(form.value) }, { status: 422 });
  const [zone, now] = [await zoneHere(), Date.now()];
  const span = spanOf(form.value, zone, now);
  if ('refused' in span) return refuse(span.refused);
  const meant = await personMeant(form.value.deputy);
  if ('refused' in meant) return refuse({ deputy: personProblem(meant) });
  const deputyId = meant.person?.id ?? null;
  if (deputyId === viewer.id) return refuse({ deputy: 'Name somebody else, or leave this empty.' });
  const arranged = await arrangeAbsence(viewer, { ...span, deputyId, zone }, now);
  if ('refused' in arranged)
    return refuse({ from: 'You are away on some of these days already. Call that off first.' });
  return redirectSaying(paths.ownDeputy(), {
    text: meant.person
      ? `Noted. ${meant.person.name} is told, and stands in for you.`
      : 'Noted. What comes to you waits until you are back.',
    undo: { action: paths.deputyWithdrawal(arranged.arranged) },
  });
}

export default function OwnDeputy() {
  const { arrangements } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = refused?.errors as Record<string, string> | undefined;
  const typed = (name: string) => (refused?.values as Record<string, string> | undefined)?.[name];
  return (
    <>
      <PageHead
        above={<Up to={paths.account()}>Your account</Up>}
        title="While you are away"
        lead="Concerns that wait for you go to your deputy. Without one they wait for you: their clock stands still until you are back."
      />
      <div className="grid max-w-xl gap-6">
        {arrangements.length > 0 && <Absences arrangements={arrangements} />}
        <Card aria-labelledby="away">
          <h2 id="away" className="mb-4 font-serif text-xl font-semibold">
            I am away
          </h2>
          <Form method="post" className="space-y-4" key={arrangements.length}>
            <div className="grid gap-4 sm:grid-cols-2">
              <TextField
                label="First day"
                type="date"
                name="from"
                required
                defaultValue={typed('from')}
                error={errors?.from}
              />
              <TextField
                label="Last day"
                type="date"
                name="until"
                required
                defaultValue={typed('until')}
                error={errors?.until}
              />
            </div>
            <SuggestingField
              from={paths.personNames()}
              label="My deputy"
              name="deputy"
              defaultValue={typed('deputy')}
              error={errors?.deputy}
              help="A name or an e-mail. They see the concerns that wait for you, and go on seeing them. Empty: nobody stands in."
            />
            <Button weight="primary">Note it</Button>
          </Form>
        </Card>
      </div>
    </>
  );
}
