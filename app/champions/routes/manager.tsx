import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { emailField } from '#app/accounts/email.ts';
import { nameManager } from '#app/champions/named-manager.server.ts';
import { refusalWords } from '#app/champions/refusals.ts';
import { leadBack, scopedEnrolment } from '#app/champions/step-action.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/field.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta = () => [{ title: 'Whom to ask · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const { enrolment, part } = await scopedEnrolment(args);
  if (part !== 'person' || enrolment.state !== 'applied') throw await leadBack(args);
  return { id: enrolment.id, email: enrolment.managerEmail ?? '' };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, enrolment, part } = await scopedEnrolment(args);
  if (part !== 'person') throw data(null, { status: 404 });
  const read = await readForm(args.request, z.object({ manager: emailField }));
  if ('refused' in read) return data(read.refused, { status: 422 });
  const { manager } = read.value;
  const outcome = await nameManager(enrolment.id, viewer, manager, Date.now());
  const back = paths.enrolment(enrolment.id);
  if (!('refused' in outcome)) return redirectSaying(back, `${outcome.named} is asked now.`);
  if (outcome.refused === 'not-now')
    return redirectSaying(back, { text: refusalWords['not-now'], tone: 'warn' });
  const errors: { manager?: string } = { manager: refusalWords[outcome.refused] };
  return data({ errors, values: { manager } as Record<string, string> }, { status: 422 });
}

export default function WhomToAsk() {
  const { id, email } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead above={<Up to={paths.enrolment(id)}>Your application</Up>} title="Whom to ask" />
      <Card className="max-w-2xl">
        <Form method="post" className="space-y-4">
          <TextField
            label="Your manager’s e-mail address"
            type="email"
            name="manager"
            autoComplete="off"
            required
            defaultValue={refused?.values.manager ?? email}
            error={refused?.errors.manager}
            help="Whoever agrees how you spend your time. They need no special rights, only an account here."
          />
          <Button weight="primary">Ask them</Button>
        </Form>
      </Card>
    </>
  );
}
