import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { rename } from '#app/accounts/own-account.server.ts';
import { requireOwner } from '#app/accounts/session.server.ts';
import { line } from '#app/http/fields.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/field.tsx';
import { Card, PageHead } from '#app/ui/page.tsx';

export const meta = () => [{ title: 'Your account · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const { name, email } = await requireOwner(args);
  return { name, email };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOwner(args);
  const read = await readForm(args.request, z.object({ name: line('your name', 100) }));
  if ('refused' in read) return data(read.refused, { status: 422 });
  await rename(viewer, read.value.name, Date.now());
  return redirectSaying(paths.account(), {
    text: `You are ${read.value.name} from now on.`,
    undo: { action: paths.account(), fields: { name: viewer.name } },
  });
}

export default function Account() {
  const { name, email } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Your account" lead={email} />
      <div className="grid max-w-xl gap-6">
        <Card aria-labelledby="name">
          <h2 id="name" className="mb-4 font-serif text-xl font-semibold">
            What people call you
          </h2>
          <Form method="post" className="space-y-4">
            <TextField
              key={name}
              label="Name"
              name="name"
              autoComplete="name"
              required
              defaultValue={refused?.values.name ?? name}
              error={refused?.errors.name}
            />
            <Button weight="primary">Save</Button>
          </Form>
        </Card>
        <Card aria-labelledby="safety">
          <h2 id="safety" className="mb-2 font-serif text-xl font-semibold">
            How you sign in
          </h2>
          <p className="mb-4 text-soft">Change your password, and see where you are signed in.</p>
          <div className="flex flex-wrap gap-2">
            <ButtonLink to={paths.accountPassword()}>Change your password</ButtonLink>
            <ButtonLink to={paths.accountSessions()}>Where you are signed in</ButtonLink>
          </div>
        </Card>
        <Card aria-labelledby="notices">
          <h2 id="notices" className="mb-2 font-serif text-xl font-semibold">
            What you hear of
          </h2>
          <p className="mb-4 text-soft">Choose which of your notices also come by mail.</p>
          <p className="flex flex-wrap gap-2">
            <ButtonLink to={paths.accountNotices()}>What comes by mail</ButtonLink>
            <ButtonLink to={paths.ownDeputy()}>While you are away</ButtonLink>
          </p>
        </Card>
        <Card aria-labelledby="recognition">
          <h2 id="recognition" className="mb-2 font-serif text-xl font-semibold">
            How you are recognised
          </h2>
          <p className="mb-4 text-soft">
            Choose what becomes of thanks and awards, and whether you are seen at all.
          </p>
          <ButtonLink to={paths.recognitionChoices()}>What you choose</ButtonLink>
        </Card>
        <Card aria-labelledby="calendar">
          <h2 id="calendar" className="mb-2 font-serif text-xl font-semibold">
            In your calendar
          </h2>
          <p className="mb-4 text-soft">
            See your meetings and office hours where you look for all your dates.
          </p>
          <ButtonLink to={paths.calendars()}>Subscribe</ButtonLink>
        </Card>
      </div>
    </>
  );
}
