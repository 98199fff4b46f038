import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { emailField } from '#app/accounts/email.ts';
import { invite, openInvitations } from '#app/accounts/invitations.server.ts';
import { zoneHere } from '#app/accounts/organisation.server.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { configuration } from '#app/configuration.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { CopyField } from '#app/ui/copy-field.tsx';
import { TextField } from '#app/ui/field.tsx';
import { Card, Empty, PageHead, Up } from '#app/ui/page.tsx';
import { moment } from '#app/ui/time.ts';

export const meta = () => [{ title: 'Invitations · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'invite-people');
  const [open, zone] = await Promise.all([openInvitations(Date.now()), zoneHere()]);
  return { invitations: open.map((one) => ({ ...one, until: moment(one.expiresAt, zone) })) };
}

const already = {
  here: 'There is an account for this address already.',
  left: 'There is an account for this address, and it is deactivated. An administrator can open it again.',
};

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'invite-people');
  const read = await readForm(args.request, z.object({ email: emailField }));
  if ('refused' in read) return data({ ...read.refused, made: null }, { status: 422 });
  const { email } = read.value;
  const invited = await invite(viewer, email, Date.now());
  if ('refused' in invited) {
    const errors: { email?: string } = { email: already[invited.refused] };
    return data({ errors, values: { email } as Record<string, string>, made: null }, { status: 422 });
  }
  const made = { email, link: configuration.origin + paths.invitation(invited.token) };
  return data({ errors: {} as { email?: string }, values: {} as Record<string, string>, made });
}

export default function Invitations() {
  const { invitations } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title="Invitations"
        lead="An invitation is a link you hand over yourself. It works once, within seven days."
        above={<Up to={paths.people()}>People</Up>}
      />
      <div className="grid gap-8">
        {answer?.made && (
          <Callout tone="good" live title={`The invitation for ${answer.made.email} is ready`}>
            <div className="mt-3 max-w-2xl">
              <CopyField
                key={answer.made.link}
                label="Link to hand over"
                value={answer.made.link}
                help="It is shown this once. Send it to them alone: whoever opens it makes the account."
              />
            </div>
          </Callout>
        )}
        <Card className="max-w-2xl" aria-label="Invite somebody">
          <Form method="post" className="flex flex-wrap items-start gap-3">
            <div className="min-w-0 flex-1 basis-64">
              <TextField
                key={answer?.made?.link}
                label="E-mail address"
                type="email"
                name="email"
                autoComplete="off"
                required
                help="They will sign in with it. An earlier invitation to this address ends."
                defaultValue={answer?.values.email}
                error={answer?.errors.email}
              />
            </div>
            <Button weight="primary" className="sm:mt-6">
              Make an invitation
            </Button>
          </Form>
        </Card>
        <section aria-labelledby="open">
          <h2 id="open" className="mb-3 font-serif text-xl font-semibold">
            Open invitations
          </h2>
          {invitations.length === 0 ? (
            <Empty title="No invitation is open">
              <p>
                When you make one, it stands here until it is accepted, withdrawn, or its seven days are over.
              </p>
            </Empty>
          ) : (
            <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
              {invitations.map(({ id, email, by, until }) => (
                <li key={id} className="flex flex-wrap items-center justify-between gap-3 px-5 py-3">
                  <div className="min-w-0">
                    <p className="font-medium [overflow-wrap:anywhere]">{email}</p>
                    <p className="text-sm text-soft">
                      {by && `Invited by ${by}. `}Good until {until}
                    </p>
                  </div>
                  <Form method="post" action={paths.invitationWithdrawal(id)}>
                    <Button aria-label={`Withdraw the invitation of ${email}`}>Withdraw</Button>
                  </Form>
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </>
  );
}
