import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { NewPasswordField } from '#app/accounts/new-password-field.tsx';
import { organisation } from '#app/accounts/organisation.server.ts';
import { changePassword } from '#app/accounts/own-account.server.ts';
import { currentPassword, newPassword } from '#app/accounts/password-fields.ts';
import { requireOwner } from '#app/accounts/session.server.ts';
import { waitInWords } from '#app/accounts/throttle.ts';
import { retryAfter } from '#app/accounts/waiting.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/field.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta = () => [{ title: 'Change your password · Guildhall' }];
export const headers = retryAfter;

export async function loader(args: LoaderFunctionArgs) {
  const { email } = await requireOwner(args);
  return { email };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOwner(args);
  const around = { email: viewer.email, organisation: (await organisation())?.name ?? '' };
  const form = z.object({ current_password: currentPassword, password: newPassword(around) });
  const read = await readForm(args.request, form);
  if ('refused' in read) return data({ errors: read.refused.errors }, { status: 422 });

  const { current_password: current, password: next } = read.value;
  const changed = await changePassword(viewer, { current, next }, Date.now());
  if (!('refused' in changed)) {
    return redirectSaying(paths.account(), 'Your password is changed, and your other sessions have ended.');
  }
  const errors: Partial<Record<'current_password' | 'password', string>> =
    changed.refused === 'wrong'
      ? { current_password: 'That is not your password so far.' }
      : { current_password: `There were too many tries. Try again in ${waitInWords(changed.seconds)}.` };
  return changed.refused === 'wrong'
    ? data({ errors }, { status: 422 })
    : data({ errors }, { status: 429, headers: { 'Retry-After': String(changed.seconds) } });
}

export default function OwnPassword() {
  const { email } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors;
  return (
    <>
      <PageHead
        title="Change your password"
        lead="Everywhere else you are signed in, you will be asked for the new one."
        above={<Up to={paths.account()}>Your account</Up>}
      />
      <Card className="max-w-xl">
        <Form method="post" className="space-y-5">
          <input type="hidden" name="email" autoComplete="username" value={email} />
          <TextField
            label="Your password so far"
            type="password"
            name="current_password"
            autoComplete="current-password"
            required
            error={errors?.current_password}
          />
          <NewPasswordField label="New password" error={errors?.password} />
          <Button weight="primary">Change it</Button>
        </Form>
      </Card>
    </>
  );
}
