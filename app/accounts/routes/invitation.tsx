import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { Closed } from '#app/accounts/closed.tsx';
import { acceptInvitation } from '#app/accounts/invitations.server.ts';
import { openLink } from '#app/accounts/links.server.ts';
import { NewPasswordField } from '#app/accounts/new-password-field.tsx';
import { organisation } from '#app/accounts/organisation.server.ts';
import { newPassword } from '#app/accounts/password-fields.ts';
import { currentViewer } from '#app/accounts/session.server.ts';
import { comeIn, fromWhere } from '#app/accounts/sign-in.server.ts';
import { closed, retryAfter } from '#app/accounts/waiting.server.ts';
import { line } from '#app/http/fields.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { TextField } from '#app/ui/field.tsx';
import { Card, PageHead } from '#app/ui/page.tsx';

export const meta = () => [{ title: 'Your invitation · Guildhall' }];
export const headers = retryAfter;

export async function loader(args: LoaderFunctionArgs) {
  const link = await openLink('invitation', args.params.token!, args.context.address, Date.now());
  if ('refused' in link) return closed(link);
  const [here, viewer] = await Promise.all([organisation(), currentViewer(args)]);
  return {
    closed: false as const,
    email: link.opened.email ?? '',
    organisation: here?.name ?? '',
    signedInAs: viewer?.name ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const now = Date.now();
  const token = args.params.token!;
  const link = await openLink('invitation', token, args.context.address, now);
  // The page's loader answers for a link that does not open.
  if ('refused' in link) return null;
  const around = { email: link.opened.email ?? '', organisation: (await organisation())?.name ?? '' };
  const read = await readForm(
    args.request,
    z.object({ name: line('your name', 100), password: newPassword(around) }),
  );
  if ('refused' in read) return data(read.refused, { status: 422 });

  const accepted = await acceptInvitation(token, read.value, now);
  if (!('refused' in accepted)) {
    const headers = await comeIn(accepted.personId, await fromWhere(args), now);
    return redirectSaying(paths.home(), `Welcome, ${read.value.name}.`, headers);
  }
  if (accepted.refused === 'dead') return redirect(paths.invitation(token), 303);
  return redirectSaying(paths.signIn(), {
    text: 'There is an account for this address already. Sign in with it.',
    tone: 'warn',
  });
}

export default function Invitation() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (page.closed) return <Closed wait={page.wait} next="Ask whoever invited you for a new one." />;
  return (
    <>
      <PageHead
        title={`Join ${page.organisation}`}
        lead="Guildhall is where your colleagues write postmortems and look after what follows from them."
      />
      <Card className="max-w-xl">
        <Form method="post" className="space-y-5">
          {page.signedInAs && (
            <Callout tone="warn">
              You are signed in as {page.signedInAs}. This invitation is for {page.email}: hand the link over,
              rather than using it yourself.
            </Callout>
          )}
          <TextField
            label="Your e-mail address"
            type="email"
            name="email"
            autoComplete="username"
            readOnly
            value={page.email}
            help="You sign in with it."
          />
          <TextField
            label="Your name"
            name="name"
            autoComplete="name"
            required
            defaultValue={refused?.values.name}
            error={refused?.errors.name}
          />
          <NewPasswordField error={refused?.errors.password} />
          <Button weight="primary">Join</Button>
        </Form>
      </Card>
    </>
  );
}
