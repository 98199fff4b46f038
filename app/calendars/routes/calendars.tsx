import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { requireOwner } from '#app/accounts/session.server.ts';
import { FeedList } from '#app/calendars/feed-list.tsx';
import { feedsOf, makeFeed } from '#app/calendars/feeds.server.ts';
import { Subscribing } from '#app/calendars/subscribing.tsx';
import { configuration } from '#app/configuration.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { allSeries } from '#app/meetings/series.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { Select } from '#app/ui/field.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';
import { day } from '#app/ui/time.ts';

export const meta = () => [{ title: 'In your calendar · Guildhall' }];

const ALL = 'All that is yours';
const nameOf = (series: { id: string; name: string }[], id: string | null) =>
  id === null ? ALL : (series.find((one) => one.id === id)?.name ?? 'A series');

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireOwner(args);
  const [feeds, series, zone] = await Promise.all([feedsOf(viewer.id), allSeries(), zoneHere()]);
  return {
    feeds: feeds.map(({ id, seriesId, madeAt }) => ({
      id,
      name: nameOf(series, seriesId),
      madeOn: day(madeAt, zone),
    })),
    series: series.filter(({ endedAt }) => endedAt === null).map(({ id, name }) => ({ id, name })),
    chosen: new URL(args.request.url).searchParams.get('series') ?? '',
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOwner(args);
  const read = await readForm(args.request, z.object({ series: z.string().default('') }));
  if ('refused' in read) return data({ problem: 'Choose what it is to hold.' }, { status: 422 });
  const series = await allSeries();
  const seriesId = read.value.series || null;
  if (seriesId !== null && !series.some(({ id, endedAt }) => id === seriesId && endedAt === null))
    return data({ problem: 'That series is not there any more. Choose another.' }, { status: 422 });
  const made = await makeFeed(viewer.id, seriesId, Date.now());
  if ('refused' in made)
    return data(
      { problem: 'You have twenty addresses already. Take one back that you do not use.' },
      { status: 422 },
    );
  return {
    made: { address: configuration.origin + paths.calendarFeed(made.token), name: nameOf(series, seriesId) },
  };
}

export default function Calendars() {
  const { feeds, series, chosen } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const made = done && 'made' in done ? done.made : null;
  const problem = done && 'problem' in done ? done.problem : null;
  return (
    <>
      <PageHead
        title="In your calendar"
        lead="Subscribe once, and what is moved here moves there too."
        above={<Up to={paths.account()}>Your account</Up>}
      />
      <div className="grid max-w-2xl gap-8">
        {made && (
          <Card aria-labelledby="made">
            <h2 id="made" className="mb-4 font-serif text-xl font-semibold">
              Your address is ready
            </h2>
            <Subscribing {...made} />
          </Card>
        )}
        <Card aria-labelledby="new">
          <h2 id="new" className="mb-2 font-serif text-xl font-semibold">
            {made ? 'Another address' : 'Make an address to subscribe to'}
          </h2>
          <p className="mb-4 text-soft">
            It says when, what and where, and no more: no agenda, no names of who comes, no way to join.
          </p>
          <Form method="post" className="space-y-4">
            <Select label="What it holds" name="series" defaultValue={chosen}>
              <option value="">{ALL}: your meetings, your office hours</option>
              {series.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}, the whole series
                </option>
              ))}
            </Select>
            {problem && (
              <Callout tone="alert" live>
                {problem}
              </Callout>
            )}
            <Button weight={made ? 'plain' : 'primary'}>Make the address</Button>
          </Form>
        </Card>
        <section aria-labelledby="feeds">
          <h2 id="feeds" className="mb-2 font-serif text-xl font-semibold">
            Addresses you have made
          </h2>
          <p className="mb-4 text-soft">
            {feeds.length === 0
              ? 'None yet. One for each program is best: each can be taken back by itself.'
              : 'One that got into the wrong hands, or that you use no longer: take it back. It leads nowhere from that moment, for good. You can always make a new one.'}
          </p>
          {feeds.length > 0 && <FeedList feeds={feeds} />}
        </section>
      </div>
    </>
  );
}
