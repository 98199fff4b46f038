import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';

import { requirePermission } from '#app/accounts/session.server.ts';
import { announceableWords, isAnnounceable } from '#app/channels/announcement.ts';
import { kindWords } from '#app/channels/channel.ts';
import { channelsHere } from '#app/channels/channels.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Empty, PageHead } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Channels · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'arrange-channels');
  return { channels: await channelsHere() };
}

export default function Channels() {
  const { channels } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="Channels"
        lead="Where the guild talks. Guildhall can tell it there of meetings, minutes, lessons and near misses."
        actions={
          <>
            <ButtonLink to={paths.announcements()} weight="quiet">
              What was announced
            </ButtonLink>
            <ButtonLink to={paths.newChannel()} weight="primary">
              Add a channel
            </ButtonLink>
          </>
        }
      />
      {channels.length === 0 ? (
        <Empty
          title="No channel yet"
          actions={<ButtonLink to={paths.newChannel()}>Add a channel</ButtonLink>}
        >
          <p>
            Make an incoming webhook in Slack, Teams, Mattermost or Discord, and give its address here. What
            is told there is only what everyone in Guildhall may see.
          </p>
        </Empty>
      ) : (
        <ul className="max-w-4xl divide-y divide-line rounded-lg border border-line bg-surface">
          {channels.map(({ id, name, kind, host, announces }) => (
            <li key={id} className="px-5 py-4">
              <p className="wrap-anywhere">
                <Link to={paths.channel(id)} className="font-medium text-accent underline underline-offset-4">
                  {name}
                </Link>{' '}
                <span className="text-sm text-soft">
                  {kindWords[kind]}, {host}
                </span>
              </p>
              <p className="mt-1 text-sm text-soft">
                {announces.length === 0
                  ? 'Nothing is announced there yet.'
                  : announces.map((one) => (isAnnounceable(one) ? announceableWords[one] : one)).join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
