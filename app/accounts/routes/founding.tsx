import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { Closed } from '#app/accounts/closed.tsx';
import { emailField } from '#app/accounts/email.ts';
import { openLink } from '#app/accounts/links.server.ts';
import { NewPasswordField } from '#app/accounts/new-password-field.tsx';
import { timezones } from '#app/accounts/organisation.ts';
import { passwordProblem } from '#app/accounts/password.ts';
import { needsSetUp, setUp } from '#app/accounts/set-up.server.ts';
import { comeIn, fromWhere } from '#app/accounts/sign-in.server.ts';
import { closed, retryAfter } from '#app/accounts/waiting.server.ts';
import { line } from '#app/http/fields.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Select, TextField } from '#app/ui/field.tsx';
import { Card, PageHead } from '#app/ui/page.tsx';

export const meta = () => [{ title: 'Set up · Guildhall' }];
export const headers = retryAfter;

const founding = z
  .object({
    organisation: line('the name of your organisation', 100),
    name: line('your name', 100),
    email: emailField,
    password: z.string({ error: 'Please choose a password.' }),
    timezone: z.enum(timezones, { error: 'Choose a time zone from the list.' }),
  })
  .superRefine((form, context) => {
    const message = passwordProblem(form.password, form);
    if (message) context.addIssue({ code: 'custom', path: ['password'], message });
  });

export async function loader({ params, context }: LoaderFunctionArgs) {
  if (!(await needsSetUp())) throw redirect(paths.signIn());
  const link = await openLink('set-up', params.token!, context.address, Date.now());
  return 'opened' in link ? { closed: false as const, timezones } : closed(link);
}

export async function action(args: ActionFunctionArgs) {
  const read = await readForm(args.request, founding);
  if ('refused' in read) return data(read.refused, { status: 422 });
  const now = Date.now();
  const link = await openLink('set-up', args.params.token!, args.context.address, now);
  const made = 'opened' in link ? await setUp(args.params.token!, read.value, now) : link;
  if ('refused' in made) throw redirect(paths.setUp());
  return redirectSaying(
    paths.home(),
    `${read.value.organisation} has its Guildhall, and you are its first administrator. Invite somebody under People.`,
    await comeIn(made.personId, await fromWhere(args), now),
  );
}

export default function Founding() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (page.closed) return <Closed wait={page.wait} next="Start Guildhall again: it prints a new one." />;
  const { errors, values } = refused ?? { errors: {}, values: {} as Record<string, string> };
  return (
    <>
      <PageHead title="Welcome to Guildhall" lead="A few words about you, and it is yours." />
      <Card className="max-w-xl">
        <Form method="post" className="space-y-5">
          <TextField
            label="Name of your organisation"
            name="organisation"
            autoComplete="organization"
            required
            defaultValue={values.organisation}
            error={errors.organisation}
          />
          <TextField
            label="Your name"
            name="name"
            autoComplete="name"
            required
            defaultValue={values.name}
            error={errors.name}
          />
          <TextField
            label="Your e-mail address"
            type="email"
            name="email"
            autoComplete="username"
            required
            defaultValue={values.email}
            error={errors.email}
          />
          <NewPasswordField error={errors.password} />
          <Select
            label="Time zone"
            name="timezone"
            defaultValue={values.timezone ?? 'UTC'}
            help="Moments are shown in it. You can change it later."
            error={errors.timezone}
          >
            {page.timezones.map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </Select>
          <Button weight="primary">Set up Guildhall</Button>
        </Form>
      </Card>
    </>
  );
}
