import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';

import { requirePermission } from '#app/accounts/session.server.ts';
import { readCursor } from '#app/http/cursor.ts';
import { paths } from '#app/paths.ts';
import { RequestBadge } from '#app/recognition/request-badge.tsx';
import { states } from '#app/recognition/reward-request.ts';
import { requestsPage } from '#app/recognition/reward-requests.server.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Moment } from '#app/ui/moment.tsx';
import { NextPage } from '#app/ui/next-page.tsx';
import { Empty, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Rewards asked for · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'arrange-recognition');
  const { searchParams } = new URL(args.request.url);
  const wanted = searchParams.get('state');
  const state = states.find((one) => one === wanted) ?? 'requested';
  const after = readCursor(searchParams.get('after'));
  return { ...(await requestsPage(viewer, state, after)), state, continued: after !== null };
}

const tab =
  'block border-b-2 border-transparent py-2 text-soft hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink';
const names = {
  requested: 'To be answered',
  approved: 'To be sent',
  shipped: 'Sent',
  declined: 'Not given',
  withdrawn: 'Withdrawn',
} as const;

export default function RewardRequests() {
  const { requests, next, state, continued } = useLoaderData<typeof loader>();
  const to = (one: string) => `${paths.rewardRequests()}?state=${one}`;
  return (
    <>
      <PageHead
        above={<Up to={paths.rewards()}>Rewards</Up>}
        title="Rewards asked for"
        lead="One organiser approves what another person asked for; then it is sent or handed over."
      />
      <nav aria-label="Which" className="mb-4">
        <ul className="flex flex-wrap gap-x-6 gap-y-2 border-b border-line">
          {states.map((one) => (
            <li key={one}>
              <Link to={to(one)} aria-current={one === state ? 'page' : undefined} className={tab}>
                {names[one]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {requests.length === 0 ? (
        <Empty title={continued ? 'That was all' : 'Nothing here'}>
          <p>What somebody asks for stands here, the longest waiting first.</p>
        </Empty>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {requests.map(({ id, reward, person, requestedAt, isHere, isOwn, state: now }) => (
            <li key={id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 px-5 py-3">
              <div className="min-w-0">
                <Link to={paths.rewardRequest(id)} className="font-medium wrap-anywhere hover:underline">
                  {reward} for {person}
                </Link>
                <p className="text-sm text-soft">
                  <Moment at={requestedAt} />
                </p>
              </div>
              <p className="flex flex-wrap gap-2">
                {!isHere && <Badge tone="warn">Account closed: withdraw it for them</Badge>}
                {isOwn && <Badge>Yours: for another organiser</Badge>}
                <RequestBadge state={now} />
              </p>
            </li>
          ))}
        </ul>
      )}
      <NextPage to={next && `${to(state)}&after=${next}`}>What came later</NextPage>
    </>
  );
}
