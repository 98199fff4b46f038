import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';

import { may } from '#app/accounts/permissions.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { AnnouncementRow } from '#app/channels/announcement-row.tsx';
import { type State, stateWords } from '#app/channels/announcement.ts';
import { announcementsPage, failedAnnouncements } from '#app/channels/announcements.server.ts';
import { channelsHere } from '#app/channels/channels.server.ts';
import { titlesOf } from '#app/hall/announcing.server.ts';
import { readCursor } from '#app/http/cursor.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { Select } from '#app/ui/field.tsx';
import { NextPage } from '#app/ui/next-page.tsx';
import { Empty, PageHead } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Announcements · Guildhall' }];

const states = Object.keys(stateWords) as State[];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-announcements');
  const { searchParams } = new URL(args.request.url);
  const channel = searchParams.get('channel') || null;
  const state = states.find((one) => one === searchParams.get('state')) ?? null;
  const [page, channels, failed] = [
    await announcementsPage({ channelId: channel, state }, readCursor(searchParams.get('after'))),
    await channelsHere(),
    await failedAnnouncements(),
  ];
  const words = await titlesOf(page.announcements, Date.now());
  const filter = new URLSearchParams({ ...(channel && { channel }), ...(state && { state }) });
  return {
    channel,
    state,
    failed,
    channels: channels.map(({ id, name }) => ({ id, name })),
    arranges: may(viewer, 'arrange-channels'),
    next: page.next && `${paths.announcements()}?${filter}&after=${encodeURIComponent(page.next)}`,
    announcements: page.announcements.map(({ removedAt, subjectId: _, ...rest }, at) => ({
      ...rest,
      isRemoved: removedAt !== null,
      words: words[at]!,
    })),
  };
}

export default function Announcements() {
  const { channel, state, failed, channels, arranges, announcements, next } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="Announcements"
        lead="What the guild’s channels were told, what waits, and what did not arrive."
        actions={arranges && <ButtonLink to={paths.channels()}>Channels</ButtonLink>}
      />
      {failed > 0 && state !== 'dead' && (
        <div className="mb-6 max-w-4xl">
          <Callout tone="warn">
            <Link to="?state=dead" className="underline underline-offset-4">
              {failed === 1 ? 'One announcement did not arrive' : `${failed} announcements did not arrive`}
            </Link>
            : look why, then try again or let go.
          </Callout>
        </div>
      )}
      <search className="mb-6 block">
        <Form className="flex flex-wrap items-end gap-3" key={`${channel}${state}`}>
          <Select label="Channel" name="channel" defaultValue={channel ?? ''}>
            <option value="">All channels</option>
            {channels.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
          <Select label="How it went" name="state" defaultValue={state ?? ''}>
            <option value="">Any way</option>
            {states.map((one) => (
              <option key={one} value={one}>
                {stateWords[one]}
              </option>
            ))}
          </Select>
          <Button>Show</Button>
        </Form>
      </search>
      {announcements.length > 0 ? (
        <ul className="max-w-4xl divide-y divide-line rounded-lg border border-line bg-surface">
          {announcements.map((one) => (
            <AnnouncementRow key={one.id} announcement={one} />
          ))}
        </ul>
      ) : (
        <Nothing filtered={channel !== null || state !== null} hasChannels={channels.length > 0} />
      )}
      <NextPage to={next}>Earlier announcements</NextPage>
    </>
  );
}

function Nothing({ filtered, hasChannels }: { filtered: boolean; hasChannels: boolean }) {
  if (filtered)
    return (
      <Empty
        title="None of these"
        actions={<ButtonLink to={paths.announcements()}>Show all of them</ButtonLink>}
      >
        <p>Nothing was announced in this channel that went this way.</p>
      </Empty>
    );
  return (
    <Empty title="Nothing was announced yet">
      <p>
        {hasChannels
          ? 'Meetings and minutes are told by themselves. A lesson or a near miss is told by its button “Tell the channel”.'
          : 'There is no channel yet. Administrators add one under Channels: all it takes is an incoming webhook of your chat.'}
      </p>
    </Empty>
  );
}
