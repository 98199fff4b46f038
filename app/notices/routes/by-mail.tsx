import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { requireOwner } from '#app/accounts/session.server.ts';
import { isMailSent } from '#app/hall/mailing.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { type Kind, kindInWords, obligations, switchable } from '#app/notices/kinds.ts';
import { chooseKinds, kindsByMail } from '#app/notices/muted.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { Checkbox } from '#app/ui/field.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta = () => [{ title: 'What comes by mail · Guildhall' }];

/** A field for each kind; a box that isn't ticked is not sent. */
const choice = z.object(Object.fromEntries(switchable.map((kind) => [kind, z.string().optional()])));

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireOwner(args);
  return { email: viewer.email, isMailSent: isMailSent(), chosen: await kindsByMail(viewer) };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOwner(args);
  const read = await readForm(args.request, choice);
  if ('refused' in read) throw data(null, { status: 400 });
  const before = await kindsByMail(viewer);
  const wanted = switchable.filter((kind) => read.value[kind]);
  await chooseKinds(viewer, wanted, Date.now());
  return redirectSaying(paths.accountNotices(), {
    text: 'Kept. What comes by mail always stands under your notices too.',
    undo: { action: paths.accountNotices(), fields: fieldsOf(before) },
  });
}

const fieldsOf = (kinds: Kind[]) => Object.fromEntries(kinds.map((kind) => [kind, 'on']));

export default function ByMail() {
  const { email, isMailSent: sent, chosen } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="What comes by mail"
        lead={`Your notices stand in Guildhall in any case. Those you tick also go to ${email}.`}
        above={<Up to={paths.notices()}>Notices</Up>}
      />
      <div className="grid max-w-xl gap-6">
        {!sent && (
          <Callout tone="warn" title="No mail is sent here yet">
            <p>What you choose counts as soon as an administrator has set mail up.</p>
          </Callout>
        )}
        <Card>
          <Form method="post" className="space-y-4" key={chosen.join()}>
            <fieldset className="space-y-2">
              <legend className="mb-3 font-serif text-xl font-semibold">Send me mail about</legend>
              {switchable.map((kind) => (
                <Checkbox
                  key={kind}
                  name={kind}
                  label={kindInWords(kind)}
                  defaultChecked={chosen.includes(kind)}
                />
              ))}
            </fieldset>
            <Button weight="primary">Save</Button>
          </Form>
        </Card>
        <Card aria-labelledby="always">
          <h2 id="always" className="mb-2 font-serif text-xl font-semibold">
            Always sent
          </h2>
          <p className="mb-3 text-soft">
            Somebody waits for you there, or it is about the safety of your account.
          </p>
          <ul className="list-disc space-y-1 pl-5">
            {obligations.map((kind) => (
              <li key={kind}>{kindInWords(kind)}</li>
            ))}
          </ul>
        </Card>
      </div>
    </>
  );
}
