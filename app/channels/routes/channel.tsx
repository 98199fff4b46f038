import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { addressRefusalWords } from '#app/channels/address.ts';
import { ChannelForm } from '#app/channels/channel-fields.tsx';
import { channelSchema, draftOf, kindWords, typedChannel } from '#app/channels/channel.ts';
import { changeChannel } from '#app/channels/channels.server.ts';
import { scopedChannel } from '#app/channels/scoped.server.ts';
import { SecretOnce } from '#app/channels/secret-once.tsx';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.channel.name ?? 'Channel'} · Guildhall` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { channel } = await scopedChannel(args);
  const { id, name, kind, host, announces, isSigned, version } = channel;
  return { channel: { id, name, kind, host, announces, isSigned, version } };
}

const changing = channelSchema.extend({ version: z.coerce.number().int() });

export async function action(args: ActionFunctionArgs) {
  const { viewer, channel } = await scopedChannel(args);
  const form = await readForm(args.request, changing);
  const refuse = (errors: Partial<Record<string, string>>, values: Record<string, string>, status = 422) =>
    data({ errors, values: typedChannel(values), isStale: status === 409, secret: null }, { status });
  if ('refused' in form) return refuse(form.refused.errors, form.refused.values);
  const { secretAddress, version, ...rest } = form.value;
  const draft = draftOf(form.value);
  const saved = await changeChannel(viewer, channel.id, version, draft, secretAddress, Date.now());
  if ('saved' in saved && saved.secret !== null)
    return data({ errors: {}, values: typedChannel(typedAgain(rest)), isStale: false, secret: saved.secret });
  if ('saved' in saved) return redirectSaying(paths.channel(channel.id), 'Saved.');
  if (saved.refused === 'stale') return refuse({}, typedAgain(rest), 409);
  return refuse({ secretAddress: addressRefusalWords[saved.refused] }, typedAgain(rest));
}

export default function Channel() {
  const { channel } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { id, name, kind, host, isSigned, version } = channel;
  return (
    <>
      <PageHead
        above={<Up to={paths.channels()}>Channels</Up>}
        title={name}
        lead={`${kindWords[kind]}, ${host}`}
        actions={
          <>
            <Form method="post" action={paths.channelRemoval(id)}>
              <Button weight="quiet">Remove it</Button>
            </Form>
            <Form method="post" action={paths.channelTrial(id)}>
              <Button weight="primary">Send a trial post</Button>
            </Form>
          </>
        }
      />
      <div className="max-w-2xl space-y-6">
        {answer?.secret && <SecretOnce title="Saved. Posts are signed from now on" secret={answer.secret} />}
        {answer?.isStale && (
          <Callout tone="warn" live title="Somebody else changed this channel meanwhile">
            <p>
              What you chose is below, and is not saved. What it is now: {name}, {kindWords[kind]}. Save to
              have it as below; type the address again if you changed it.
            </p>
          </Callout>
        )}
        <Card aria-label="The channel">
          <ChannelForm
            key={version}
            values={answer?.values ?? channel}
            errors={answer?.errors ?? {}}
            host={host}
            version={version}
            save="Save"
          />
        </Card>
        {isSigned && (
          <p className="text-soft">
            Each post is signed, so that its receiver knows it is from here.{' '}
            <ButtonLink to={paths.channelSecret(id)} weight="quiet">
              The signing secret
            </ButtonLink>
          </p>
        )}
      </div>
    </>
  );
}
