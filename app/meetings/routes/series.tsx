import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';

import { SeriesActions } from '#app/meetings/series-actions.tsx';
import { SeriesFacts } from '#app/meetings/series-facts.tsx';
import { seriesPage } from '#app/meetings/series-page.server.ts';
import { scopedSeries } from '#app/meetings/series-scope.server.ts';
import { StateBadge } from '#app/meetings/state-badge.tsx';
import { WishCard } from '#app/meetings/wish-card.tsx';
import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { Prose } from '#app/ui/markdown.tsx';
import { render } from '#app/ui/markdown.server.ts';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.name ?? 'Series'} · Guildhall` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, series, host } = await scopedSeries(args);
  args.context.keptNowhere = true;
  const page = await seriesPage(viewer, series, host, Date.now());
  return { ...page, about: page.about && render(page.about) };
}

export default function Series() {
  const page = useLoaderData<typeof loader>();
  const { id, name, about, rhythm, time, timezone, isOver, isZoneKnown, arranges, dates } = page;
  return (
    <>
      <PageHead
        above={<Up to={paths.meetings()}>Meetings</Up>}
        title={name}
        lead={
          <>
            {rhythm.replace(/^./, (letter) => letter.toUpperCase())} at {time} ({timezone}){' '}
            {isOver && <Badge>Ended</Badge>}
          </>
        }
        actions={
          <>
            {!isOver && (
              <ButtonLink weight="quiet" to={paths.calendars(id)}>
                In your calendar
              </ButtonLink>
            )}
            {arranges && <SeriesActions {...{ id, isOver }} />}
          </>
        }
      />
      {!isZoneKnown && !isOver && (
        <div className="mb-6">
          <Callout tone="warn" title={`This system knows the time zone ${timezone} no longer`}>
            <p>
              The meetings that are there stay as they are, and no new ones are made.{' '}
              {arranges
                ? 'Change the series, and choose the zone that has taken its place.'
                : 'Organisers can choose another.'}
            </p>
          </Callout>
        </div>
      )}
      <div className="grid gap-6 lg:grid-cols-[3fr_2fr] lg:items-start">
        <Card aria-labelledby="dates">
          <h2 id="dates" className="mb-3 font-serif text-xl font-semibold">
            Next dates
          </h2>
          {dates.length === 0 && (
            <p className="text-soft">
              {isOver
                ? 'The series has ended: no meeting is to come.'
                : 'No meeting is to come: its rule has come to its end.'}
            </p>
          )}
          <ol className="space-y-2.5">
            {dates.map(({ id: meetingId, when, note, ...date }) => (
              <li key={meetingId}>
                <Link
                  to={paths.meeting(meetingId)}
                  className={`underline-offset-4 hover:underline ${date.state === 'skipped' ? 'text-soft line-through' : ''}`}
                >
                  {when}
                </Link>{' '}
                <StateBadge {...date} />
                {note && <span className="block text-sm text-warn">{note}</span>}
              </li>
            ))}
          </ol>
        </Card>
        <div className="space-y-6">
          {!isOver && <WishCard {...page} />}
          <SeriesFacts {...page} />
          {about && (
            <Card aria-label="What it is for">
              <Prose html={about} />
            </Card>
          )}
        </div>
      </div>
    </>
  );
}
