import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { emailField } from '#app/accounts/email.ts';
import { currentPassword } from '#app/accounts/password-fields.ts';
import { ownPath } from '#app/accounts/return-path.ts';
import { currentViewer } from '#app/accounts/session.server.ts';
import { needsSetUp } from '#app/accounts/set-up.server.ts';
import { fromWhere, signIn } from '#app/accounts/sign-in.server.ts';
import { waitInWords } from '#app/accounts/throttle.ts';
import { retryAfter } from '#app/accounts/waiting.server.ts';
import { isDemo } from '#app/hall/demo/open.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { TextField } from '#app/ui/field.tsx';
import { Card, PageHead } from '#app/ui/page.tsx';

export const meta = () => [{ title: 'Sign in · Guildhall' }];
export const headers = retryAfter;

const credentials = z.object({ email: emailField, password: currentPassword, to: z.string().default('/') });

const destination = (request: Request) => ownPath(new URL(request.url).searchParams.get('to'));

export async function loader(args: LoaderFunctionArgs) {
  if (await needsSetUp()) throw redirect(paths.setUp());
  const to = destination(args.request);
  if (await currentViewer(args)) throw redirect(to);
  // In the demo nobody has a password; its own door is the one to come in by.
  if (isDemo()) throw redirect(paths.demo(to));
  return { to };
}

export async function action(args: ActionFunctionArgs) {
  const read = await readForm(args.request, credentials);
  if ('refused' in read) return data({ ...read.refused, problem: null }, { status: 422 });
  const { email, password, to } = read.value;
  if (await currentViewer(args)) return redirect(ownPath(to), 303);

  const signedIn = await signIn(email, password, await fromWhere(args), Date.now());
  if (!('refused' in signedIn)) return redirect(ownPath(to), { status: 303, headers: signedIn.headers });
  const again = { errors: {} as Partial<Record<'email' | 'password', string>>, values: { email } };
  return signedIn.refused === 'too-many'
    ? data(
        {
          ...again,
          problem: `There were too many tries. Try again in ${waitInWords(signedIn.seconds)}. A browser in which you have signed in before is not held up by this.`,
        },
        { status: 429, headers: { 'Retry-After': String(signedIn.seconds) } },
      )
    : data(
        {
          ...again,
          problem:
            'That e-mail address and password do not open an account here. If you forgot your password, the link below helps.',
        },
        { status: 422 },
      );
}

export default function SignIn() {
  const { to } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const values: Record<string, string> = refused?.values ?? {};
  return (
    <div className="mx-auto max-w-md">
      <PageHead title="Sign in" />
      <Card>
        <Form method="post" className="space-y-5">
          {refused?.problem && (
            <Callout tone="alert" live>
              {refused.problem}
            </Callout>
          )}
          <input type="hidden" name="to" value={to} />
          <TextField
            label="E-mail address"
            type="email"
            name="email"
            autoComplete="username"
            required
            defaultValue={values.email}
            error={refused?.errors.email}
          />
          <TextField
            label="Password"
            type="password"
            name="password"
            autoComplete="current-password"
            required
            error={refused?.errors.password}
          />
          <Button weight="primary" className="w-full">
            Sign in
          </Button>
        </Form>
      </Card>
      <p className="mt-4 text-sm">
        <Link to={paths.resetRequest()} className="text-accent underline underline-offset-4">
          Forgot your password?
        </Link>
      </p>
      <p className="mt-2 text-sm text-soft">No account yet? Ask an organiser for an invitation.</p>
    </div>
  );
}
