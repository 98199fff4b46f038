import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { useLive } from '#app/ui/live.ts';
import { Empty, PageHead, Up } from '#app/ui/page.tsx';

import { HostDesk } from './host-desk.tsx';
import { Joining, KeptWords, OwnPlace, type PlaceRefused } from './own-place.tsx';
import type { loadQueue } from './queue-loading.server.ts';
import { Sitting } from './sitting.tsx';

export const meta: MetaFunction = () => [{ title: 'The queue · Guildhall' }];

/** The queue: who sits, one's own place; for a host who sits, who waits. It is loaded anew as something changes. */
export function QueuePage() {
  const page = useLoaderData<typeof loadQueue>();
  const refused = useActionData<PlaceRefused>();
  useLive('queue', undefined, { mark: page.mark });
  const { isOpen, mine, asHost, hosts, next } = page;
  return (
    <>
      <PageHead
        above={<Up to={paths.officeHours()}>Office hours</Up>}
        title="The queue"
        lead={
          isOpen
            ? `Open until ${page.closes}. Come as you are: nobody is judged for asking.`
            : 'While somebody sits, you can come by without a booking.'
        }
      />
      <div className="grid max-w-3xl gap-6">
        {asHost && <HostDesk desk={asHost} hosts={hosts} />}
        {mine && <OwnPlace mine={mine} before={page.before ?? 0} refused={refused} />}
        {isOpen && <Sitting hosts={hosts} waits={page.waits} />}
        {isOpen && !mine && !asHost && <Joining waits={page.waits} refused={refused} />}
        {!isOpen && !mine && refused?.problem === 'closed' && <KeptWords values={refused.values} />}
        {!isOpen && !mine && (
          <Empty
            title={next ? `Closed until ${next.when}` : 'Closed just now'}
            actions={<ButtonLink to={paths.officeHours()}>See what can be booked</ButtonLink>}
          >
            <p>
              {next
                ? `${next.host} is there then. The queue opens by itself as somebody sits, and closes with them.`
                : 'The queue opens by itself as somebody sits, and closes with them.'}
            </p>
          </Empty>
        )}
      </div>
    </>
  );
}
