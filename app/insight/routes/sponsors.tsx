import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { personMeant } from '#app/accounts/find-person.server.ts';
import { personProblem } from '#app/accounts/person-meant.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { SponsorList } from '#app/insight/sponsor-list.tsx';
import { addSponsor, sponsorList } from '#app/insight/sponsors.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';
import { SuggestingField } from '#app/ui/suggesting-field.tsx';

export const meta: MetaFunction = () => [{ title: 'Sponsors · Guildhall' }];

const schema = z.object({ person: z.string().trim().max(300) });

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'arrange-report');
  return { sponsors: await sponsorList() };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'arrange-report');
  const read = await readForm(args.request, schema);
  if ('refused' in read) return data(read.refused, { status: 422 });
  const refuse = (words: string) =>
    data({ errors: { person: words }, values: { person: read.value.person } }, { status: 422 });
  const meant = await personMeant(read.value.person);
  if ('refused' in meant) return refuse(personProblem(meant));
  if (!meant.person) return refuse('Please give a name or an e-mail address.');
  const added = await addSponsor(viewer, meant.person, Date.now());
  if ('refused' in added) return refuse(`${meant.person.name} gets it already.`);
  return redirectSaying(paths.sponsors(), {
    text: `${meant.person.name} gets the report each month from now on.`,
    undo: { action: paths.sponsorEnding(added.id) },
  });
}

export default function Sponsors() {
  const { sponsors } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        above={<Up to={paths.report()}>What the program achieves</Up>}
        title="Sponsors"
        lead="Who gets the report by mail, on the first of each month for the month before. Each of them can end it themself."
      />
      <div className="grid gap-6 lg:grid-cols-[3fr_2fr] lg:items-start">
        <SponsorList sponsors={sponsors} />
        <Card aria-labelledby="add">
          <h2 id="add" className="mb-3 font-serif text-xl font-semibold">
            Send it to somebody else
          </h2>
          <Form method="post" className="space-y-4">
            <SuggestingField
              label="Who"
              name="person"
              from={paths.personNames()}
              required
              help="Name or e-mail of somebody here"
              defaultValue={refused?.values.person}
              error={refused?.errors.person}
            />
            <Button weight="primary">Send it each month</Button>
          </Form>
        </Card>
      </div>
    </>
  );
}
