import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { requirePermission } from '#app/accounts/session.server.ts';
import { addressRefusalWords } from '#app/channels/address.ts';
import { ChannelForm } from '#app/channels/channel-fields.tsx';
import { channelSchema, draftOf, typedChannel } from '#app/channels/channel.ts';
import { makeChannel } from '#app/channels/channels.server.ts';
import { SecretOnce } from '#app/channels/secret-once.tsx';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Add a channel · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'arrange-channels');
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'arrange-channels');
  const form = await readForm(args.request, channelSchema);
  const refuse = (errors: Partial<Record<string, string>>, values: Record<string, string>) =>
    data({ made: null, errors, values: typedChannel(values) }, { status: 422 });
  if ('refused' in form) return refuse(form.refused.errors, form.refused.values);
  const { secretAddress, ...rest } = form.value;
  const draft = draftOf(form.value);
  const made = await makeChannel(viewer, draft, secretAddress, Date.now());
  if ('refused' in made)
    return refuse({ secretAddress: addressRefusalWords[made.refused] }, typedAgain(rest));
  if (made.secret === null)
    return redirectSaying(
      paths.channel(made.id),
      'The channel is there. Send a trial post to see whether it arrives.',
    );
  // Shown by this answer and kept in no other: a cookie would carry it further.
  return data({ made: { id: made.id, secret: made.secret }, errors: {}, values: typedChannel({}) });
}

export default function NewChannel() {
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead
        above={<Up to={paths.channels()}>Channels</Up>}
        title="Add a channel"
        lead="Guildhall posts to it, and reads nothing there."
      />
      {answer?.made ? (
        <div className="max-w-3xl space-y-6">
          <SecretOnce title="The channel is there" secret={answer.made.secret} />
          <ButtonLink to={paths.channel(answer.made.id)} weight="primary">
            I have kept it
          </ButtonLink>
        </div>
      ) : (
        <Card className="max-w-2xl">
          <ChannelForm
            values={answer?.values ?? {}}
            errors={answer?.errors ?? {}}
            host={null}
            save="Add the channel"
          />
        </Card>
      )}
    </>
  );
}
