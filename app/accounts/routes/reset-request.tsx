import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { emailField } from '#app/accounts/email.ts';
import { askForReset } from '#app/accounts/reset-requests.server.ts';
import { waitInWords } from '#app/accounts/throttle.ts';
import { retryAfter } from '#app/accounts/waiting.server.ts';
import { isMailSent } from '#app/hall/mailing.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { TextField } from '#app/ui/field.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta = () => [{ title: 'A new password · Guildhall' }];
export const headers = retryAfter;

export async function loader({ request }: LoaderFunctionArgs) {
  return { isMailSent: isMailSent(), isAsked: new URL(request.url).searchParams.has('asked') };
}

export async function action({ request, context }: ActionFunctionArgs) {
  // The page says what to do instead.
  if (!isMailSent()) return redirect(paths.resetRequest(), 303);
  const read = await readForm(request, z.object({ email: emailField }));
  if ('refused' in read) return data({ ...read.refused, problem: null }, { status: 422 });
  const { email } = read.value;
  const asked = await askForReset(email, context.address, Date.now());
  if (!('refused' in asked)) return redirect(`${paths.resetRequest()}?asked`, 303);
  return data(
    {
      errors: {} as { email?: string },
      values: { email },
      problem: `That was asked for several times already. Look into your mailbox, or try again in ${waitInWords(asked.seconds)}.`,
    },
    { status: 429, headers: { 'Retry-After': String(asked.seconds) } },
  );
}

export default function ResetRequest() {
  const { isMailSent: sent, isAsked } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const values: Record<string, string> = refused?.values ?? {};
  return (
    <div className="mx-auto max-w-md">
      <PageHead
        title={isAsked ? 'Look into your mailbox' : 'Forgot your password?'}
        above={<Up to={paths.signIn()}>Sign in</Up>}
      />
      <Card>
        {!sent ? (
          <p>
            Ask an administrator: they make you a link by which you choose a new password. Guildhall sends no
            mail here.
          </p>
        ) : isAsked ? (
          <div className="space-y-3">
            <p>
              If that address has an account here, a link to choose a new password is on its way to it. It is
              good for an hour and works once.
            </p>
            <p className="text-soft">
              Nothing after a few minutes? Look among what your mail program takes for spam, and whether it
              was the address you sign in with. An administrator can make you a link too.
            </p>
          </div>
        ) : (
          <Form method="post" className="space-y-5">
            {refused?.problem && (
              <Callout tone="alert" live>
                {refused.problem}
              </Callout>
            )}
            <TextField
              label="The e-mail address you sign in with"
              type="email"
              name="email"
              autoComplete="username"
              required
              help="We send a link there, by which you choose a new password. Until you do, the old one stays."
              defaultValue={values.email}
              error={refused?.errors.email}
            />
            <Button weight="primary" className="w-full">
              Send me a link
            </Button>
          </Form>
        )}
      </Card>
    </div>
  );
}
