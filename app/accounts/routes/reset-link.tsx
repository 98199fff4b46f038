import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { makePasswordReset, withdrawPasswordReset } from '#app/accounts/password-resets.server.ts';
import { personById } from '#app/accounts/people.server.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { isUndo } from '#app/accounts/undo.server.ts';
import { configuration } from '#app/configuration.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { CopyField } from '#app/ui/copy-field.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta = () => [{ title: 'A link to reset a password · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'reset-passwords');
  const person = await personById(args.params.id!);
  if (!person || person.deactivatedAt !== null) throw data(null, { status: 404 });
  return { id: person.id, name: person.name, email: person.email };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'reset-passwords');
  const id = args.params.id!;
  if (await isUndo(args.request)) {
    await withdrawPasswordReset(viewer, id, Date.now());
    return redirectSaying(paths.person(id), 'The link is withdrawn; their password stays as it is.');
  }
  const made = await makePasswordReset(viewer, id, Date.now());
  if ('refused' in made) throw data(null, { status: 404 });
  return { link: configuration.origin + paths.passwordReset(made.token) };
}

export default function ResetLink() {
  const { id, name, email } = useLoaderData<typeof loader>();
  const link = useActionData<typeof action>()?.link;
  return (
    <>
      <PageHead
        title={link ? `The link for ${name} is ready` : `A new password for ${name}`}
        above={<Up to={paths.person(id)}>{name}</Up>}
      />
      <Card className="max-w-2xl">
        {link ? (
          <div className="space-y-5">
            <CopyField
              label="Link to hand over"
              value={link}
              help="It is shown this once, works once, and is good for 24 hours. Be sure that it reaches them and nobody else."
            />
            <Form method="post">
              <input type="hidden" name="undo" value="yes" />
              <Button>Withdraw it</Button>
            </Form>
          </div>
        ) : (
          <Form method="post" className="space-y-5">
            <p>
              You make a link and hand it to {name} ({email}). Whoever opens it chooses a new password for
              this account, so make sure first that the wish is theirs. {name} is told about it, and the audit
              keeps it.
            </p>
            <Button weight="primary">Make the link</Button>
          </Form>
        )}
      </Card>
    </>
  );
}
