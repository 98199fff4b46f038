import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { receiverOf } from '#app/channels/channels.server.ts';
import { scopedChannel } from '#app/channels/scoped.server.ts';
import { trialPost } from '#app/channels/trial.server.ts';
import { isPosting } from '#app/hall/announcing.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { channel } = await scopedChannel(args);
  return redirect(paths.channel(channel.id));
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, channel } = await scopedChannel(args);
  const page = paths.channel(channel.id);
  if (!isPosting()) return redirectSaying(page, { text: 'The demo posts nothing anywhere.', tone: 'warn' });
  const receiver = (await receiverOf(channel.id))!;
  const verdict = await trialPost(receiver, viewer.name, Date.now);
  return verdict.arrived
    ? redirectSaying(page, 'It arrived: look into the channel.')
    : redirectSaying(page, { text: `It did not arrive. ${verdict.words}`, tone: 'warn' });
}
