import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';

import { requirePermission } from '#app/accounts/session.server.ts';
import { live } from '#app/http/live.server.ts';
import { isHost } from '#app/office-hours/host.server.ts';
import { NoHours } from '#app/office-hours/no-hours.tsx';
import { OpenNow } from '#app/office-hours/open-now.tsx';
import { overview } from '#app/office-hours/overview.server.ts';
import { HeldForYou, OwnTimes } from '#app/office-hours/own-times.tsx';
import { Times } from '#app/office-hours/times.tsx';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { useLive } from '#app/ui/live.ts';
import { Card, PageHead } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Office hours · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-office-hours');
  const mark = live.mark();
  const wantsAll = new URL(args.request.url).searchParams.has('all');
  return { mark, mayHost: await isHost(viewer), ...(await overview(viewer, Date.now(), wantsAll)) };
}

export default function OfficeHours() {
  const page = useLoaderData<typeof loader>();
  useLive('queue', undefined, { mark: page.mark });
  const { days, more, bookings, wish, held, sitting } = page;
  return (
    <>
      <PageHead
        title="Office hours"
        lead="Bring whatever is on your mind about security, half-formed or long overdue. Nobody is judged for asking: everybody here once asked it too."
        actions={
          <>
            <ButtonLink to={paths.questions()}>Rather write? Ask a question</ButtonLink>
            {page.mayHost && <ButtonLink to={paths.hosting()}>Your hours</ButtonLink>}
          </>
        }
      />
      <div className="grid gap-6">
        {held && <HeldForYou {...held} />}
        {sitting.length > 0 && <OpenNow sitting={sitting} isInQueue={page.isInQueue} />}
        {(bookings.length > 0 || wish) && <OwnTimes bookings={bookings} wish={wish} />}
        {days.length > 0 ? (
          <Card aria-labelledby="times">
            <h2 id="times" className="mb-4 font-serif text-xl font-semibold">
              Times to book
            </h2>
            <Times days={days} />
            <p className="mt-4 flex flex-wrap gap-x-5 gap-y-2 text-sm">
              {more > 0 && (
                <Link to={`${paths.officeHours()}?all`} className="text-accent underline underline-offset-4">
                  Show {more} later times
                </Link>
              )}
              {!wish && (
                <Link
                  to={paths.newBooking({ choice: 'wish' })}
                  className="text-accent underline underline-offset-4"
                >
                  Nothing suits you? Be told when something frees up
                </Link>
              )}
            </p>
          </Card>
        ) : (
          <NoHours mayHost={page.mayHost} wishes={wish !== null} isOpen={sitting.length > 0} />
        )}
      </div>
    </>
  );
}
