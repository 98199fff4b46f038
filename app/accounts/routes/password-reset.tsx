import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { Closed } from '#app/accounts/closed.tsx';
import { openLink } from '#app/accounts/links.server.ts';
import { NewPasswordField } from '#app/accounts/new-password-field.tsx';
import { organisation } from '#app/accounts/organisation.server.ts';
import { resetPassword } from '#app/accounts/password-resets.server.ts';
import { newPassword } from '#app/accounts/password-fields.ts';
import { personById } from '#app/accounts/people.server.ts';
import { comeIn, fromWhere } from '#app/accounts/sign-in.server.ts';
import { closed, retryAfter } from '#app/accounts/waiting.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/field.tsx';
import { Card, PageHead } from '#app/ui/page.tsx';

export const meta = () => [{ title: 'A new password · Guildhall' }];
export const headers = retryAfter;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const link = await openLink('password-reset', params.token!, context.address, Date.now());
  if ('refused' in link) return closed(link);
  const person = await personById(link.opened.personId!);
  return { closed: false as const, email: person!.email };
}

export async function action(args: ActionFunctionArgs) {
  const now = Date.now();
  const token = args.params.token!;
  const link = await openLink('password-reset', token, args.context.address, now);
  // The page's loader answers for a link that does not open.
  if ('refused' in link) return null;
  const [person, here] = await Promise.all([personById(link.opened.personId!), organisation()]);
  const around = { email: person!.email, organisation: here?.name ?? '' };
  const read = await readForm(args.request, z.object({ password: newPassword(around) }));
  if ('refused' in read) return data(read.refused, { status: 422 });

  const reset = await resetPassword(token, read.value.password, now);
  if ('refused' in reset) return redirect(paths.passwordReset(token), 303);
  return redirectSaying(
    paths.home(),
    'Your new password is set. You were signed out everywhere else.',
    await comeIn(reset.personId, await fromWhere(args), now),
  );
}

export default function PasswordReset() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (page.closed) return <Closed wait={page.wait} next="Ask an administrator for a new one." />;
  return (
    <>
      <PageHead title="Choose a new password" lead="Every other sign-in of yours ends when you do." />
      <Card className="max-w-xl">
        <Form method="post" className="space-y-5">
          <TextField
            label="Your e-mail address"
            type="email"
            name="email"
            autoComplete="username"
            readOnly
            value={page.email}
          />
          <NewPasswordField label="New password" error={refused?.errors.password} />
          <Button weight="primary">Set the password</Button>
        </Form>
      </Card>
    </>
  );
}
