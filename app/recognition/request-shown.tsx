import type { Refused } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Moment } from '#app/ui/moment.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

import { RequestBadge } from './request-badge.tsx';
import { RequestNext } from './request-next.tsx';
import { RewardDrawing } from './reward-drawing.tsx';
import type { RequestPageData } from './reward-requests.server.ts';

const stepWords: Record<RequestPageData['steps'][number]['step'], string> = {
  requested: 'asked for it',
  approved: 'approved it',
  reopened: 'took the approval back',
  shipped: 'sent it or handed it over',
  declined: 'did not give it',
  withdrawn: 'withdrew it',
};

/** A reward somebody asked for, for them and for organisers. */
export function RequestShown({ page, refused }: { page: RequestPageData; refused?: Refused | undefined }) {
  const { part, state, isHolding, reward, person, size, address, grantedFor, steps } = page;
  const isOwn = part === 'person';
  return (
    <>
      <PageHead
        above={
          isOwn ? (
            <Up to={paths.rewards()}>Rewards</Up>
          ) : (
            <Up to={paths.rewardRequests()}>Rewards asked for</Up>
          )
        }
        title={isOwn ? reward.name : `${reward.name} for ${person.name}`}
      />
      <div className="grid gap-6 lg:grid-cols-[3fr_2fr] lg:items-start">
        <Card aria-labelledby="asked">
          <div className="flex items-start gap-4">
            <RewardDrawing picture={reward.picture} className="size-20" />
            <div className="min-w-0">
              <h2 id="asked" className="font-serif text-xl font-semibold">
                What was asked for
              </h2>
              <p className="mt-1">
                <RequestBadge state={state} />
              </p>
            </div>
          </div>
          <dl className="mt-4 grid gap-x-6 gap-y-3 sm:grid-cols-[auto_1fr]">
            <dt className="text-soft">Goes with</dt>
            <dd className="wrap-anywhere">{grantedFor ?? 'something that does not stand any more'}</dd>
            {size && (
              <>
                <dt className="text-soft">Size</dt>
                <dd>{size}</dd>
              </>
            )}
            {address !== null && (
              <>
                <dt className="text-soft">To be sent to</dt>
                <dd className="wrap-anywhere whitespace-pre-wrap">{address}</dd>
              </>
            )}
          </dl>
          <p className="mt-4 text-sm text-soft">
            {isHolding
              ? 'Size and address are kept until it is on its way, or not to be given. Then they are deleted.'
              : 'Whatever size and address were written for it are deleted.'}
          </p>
        </Card>
        <div className="space-y-6">
          <RequestNext page={page} refused={refused} />
          <Card aria-labelledby="steps">
            <h2 id="steps" className="font-serif text-xl font-semibold">
              So far
            </h2>
            <ol className="mt-2 divide-y divide-line">
              {steps.map(({ id, step, by, at, note }) => (
                <li key={id} className="py-2">
                  <p className="wrap-anywhere">
                    {by} {stepWords[step]}
                  </p>
                  {note && <p className="wrap-anywhere whitespace-pre-wrap text-soft">{note}</p>}
                  <p className="text-sm text-soft">
                    <Moment at={at} />
                  </p>
                </li>
              ))}
            </ol>
          </Card>
        </div>
      </div>
    </>
  );
}
