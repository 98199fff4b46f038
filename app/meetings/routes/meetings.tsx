import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { may } from '#app/accounts/permissions.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { ruleInWords } from '#app/calendars/recurrence.ts';
import { readCursor } from '#app/http/cursor.ts';
import { searchedFor } from '#app/http/searched-for.ts';
import { comingMeetings, pastMeetings } from '#app/meetings/coming.server.ts';
import { MeetingList } from '#app/meetings/meeting-list.tsx';
import { NextMeeting } from '#app/meetings/next-meeting.tsx';
import { SearchMeetings } from '#app/meetings/search-meetings.tsx';
import { foundMeetings } from '#app/meetings/search.server.ts';
import { allSeries } from '#app/meetings/series.server.ts';
import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { NextPage } from '#app/ui/next-page.tsx';
import { Empty, PageHead } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Meetings · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-meetings');
  args.context.keptNowhere = true;
  const now = Date.now();
  const query = searchedFor(args.request);
  const before = readCursor(new URL(args.request.url).searchParams.get('before'));
  const zone = await zoneHere();
  const [found, coming, gone, series] = await Promise.all([
    query === '' ? null : foundMeetings(query),
    comingMeetings(viewer, zone, now),
    pastMeetings(viewer, before, zone, now),
    allSeries(),
  ]);
  const first = coming.find(({ state }) => state !== 'skipped') ?? null;
  return {
    query,
    found,
    first,
    others: coming.filter(({ id }) => id !== first?.id),
    ...gone,
    series: series.map(({ id, name, rule, time, timezone, endedAt }) => ({
      ...{ id, name, isOver: endedAt !== null },
      words: `${ruleInWords(rule)} at ${time}${timezone === zone ? '' : ` (${timezone})`}`,
    })),
    arranges: may(viewer, 'arrange-meetings'),
  };
}

export default function Meetings() {
  const { query, found, first, others, past, next, series, arranges } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="Meetings"
        lead="Where the guild meets: what is new, what was tried, and what nobody knows yet."
        actions={
          <>
            {series.length > 0 && <ButtonLink to={paths.proposals()}>Proposals</ButtonLink>}
            {arranges && (
              <ButtonLink to={paths.newMeetingSeries()} weight={series.length === 0 ? 'primary' : 'plain'}>
                New series
              </ButtonLink>
            )}
          </>
        }
      />
      {(query !== '' || past.length > 0) && <SearchMeetings query={query} found={found} />}
      {series.length === 0 && <NoSeries arranges={arranges} />}
      {first && <NextMeeting meeting={first} back="meetings" />}
      {series.length > 0 && (
        <div className="mt-8 grid gap-8 lg:grid-cols-[2fr_1fr] lg:items-start">
          <Part id="coming" title="Coming up">
            {others.length > 0 ? (
              <MeetingList meetings={others} />
            ) : (
              <p className="text-soft">
                {first ? 'No other meeting is planned yet.' : 'No meeting is planned at the moment.'}
              </p>
            )}
          </Part>
          <Part id="series" title="Series">
            <ul className="space-y-3">
              {series.map(({ id, name, words, isOver }) => (
                <li key={id}>
                  <Link
                    to={paths.meetingSeries(id)}
                    className="font-medium text-accent underline-offset-4 hover:underline"
                  >
                    {name}
                  </Link>{' '}
                  {isOver && <Badge>Ended</Badge>}
                  <p className="text-sm text-soft">{capital(words)}</p>
                </li>
              ))}
            </ul>
          </Part>
        </div>
      )}
      {past.length > 0 && (
        <Part id="past" title="Past meetings">
          <MeetingList meetings={past} isPast />
          <NextPage to={next && `${paths.meetings()}?before=${next}#past`}>Earlier ones</NextPage>
        </Part>
      )}
    </>
  );
}

const capital = (words: string) => words.replace(/^./, (letter) => letter.toUpperCase());

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mb-8">
      <h2 id={id} className="mb-3 font-serif text-xl font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}

function NoSeries({ arranges }: { arranges: boolean }) {
  return (
    <Empty
      title="The guild does not meet yet"
      actions={
        arranges ? (
          <ButtonLink to={paths.newMeetingSeries()}>Arrange the first series</ButtonLink>
        ) : (
          <ButtonLink to={paths.champions()}>See who the champions are</ButtonLink>
        )
      }
    >
      <p>
        Champions meet for an hour every two weeks or every month: somebody shows an attack or a tool, and
        people bring what they could not answer alone. Everybody may propose something.
      </p>
      <p className="mt-2">
        {arranges
          ? 'Say once when and where, and the meetings, their invitations and their agendas come by themselves.'
          : 'Organisers arrange the series. Ask one of them to begin it.'}
      </p>
    </Empty>
  );
}
