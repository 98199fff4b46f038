import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';

import { requirePermission } from '#app/accounts/session.server.ts';
import { paths } from '#app/paths.ts';
import { notYetWords } from '#app/recognition/not-yet-words.ts';
import { RecognitionPlaces } from '#app/recognition/recognition-places.tsx';
import { RequestBadge } from '#app/recognition/request-badge.tsx';
import { RewardDrawing } from '#app/recognition/reward-drawing.tsx';
import { catalogueFor, requestsBy, requestsWaitingFor } from '#app/recognition/reward-requests.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { Moment } from '#app/ui/moment.tsx';
import { PageHead } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Rewards · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-recognition');
  args.context.keptNowhere = true;
  const [catalogue, own, waiting] = await Promise.all([
    catalogueFor(viewer, Date.now()),
    requestsBy(viewer.id),
    requestsWaitingFor(viewer),
  ]);
  return { catalogue, own, waiting };
}

export default function Rewards() {
  const { catalogue, own, waiting } = useLoaderData<typeof loader>();
  return (
    <>
      <RecognitionPlaces />
      <PageHead
        title="Rewards"
        lead="Small things that go with what you were given. Each award or achievement stands for one."
      />
      {waiting !== null && (
        <div className="mb-6">
          <Callout tone={waiting > 0 ? 'accent' : 'plain'}>
            <p>
              {waiting === 0 ? 'No request waits for an answer. ' : `${waiting} waiting for an answer. `}
              <Link to={paths.rewardRequests()} className="text-accent underline underline-offset-4">
                What was asked for
              </Link>
            </p>
          </Callout>
        </div>
      )}
      <section aria-labelledby="catalogue" className="mb-8">
        <h2 id="catalogue" className="mb-3 font-serif text-xl font-semibold">
          What there is
        </h2>
        <ul className="grid gap-4 md:grid-cols-2">
          {catalogue.map(({ key, name, about, picture, notYet }) => (
            <li key={key} className="flex gap-4 rounded-lg border border-line bg-surface p-5">
              <RewardDrawing picture={picture} className="size-20 sm:size-24" />
              <div className="min-w-0 flex-1">
                <h3 className="font-serif text-lg font-semibold">
                  <Link to={paths.reward(key)} className="hover:underline">
                    {name}
                  </Link>
                </h3>
                <p className="mt-1 text-soft">{about}</p>
                {notYet === null ? (
                  <ButtonLink
                    to={paths.reward(key)}
                    weight="primary"
                    className="mt-3"
                    aria-label={`Ask for it: ${name}`}
                  >
                    Ask for it
                  </ButtonLink>
                ) : (
                  <p className="mt-3 text-sm text-soft">{notYetWords[notYet]}</p>
                )}
                {waiting !== null && (
                  <p className="mt-2 text-sm">
                    <Link to={paths.rewardStock(key)} className="text-accent underline underline-offset-4">
                      The shelf<span className="sr-only"> of {name}</span>
                    </Link>
                  </p>
                )}
              </div>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="own">
        <h2 id="own" className="mb-3 font-serif text-xl font-semibold">
          What you asked for
        </h2>
        {own.length === 0 ? (
          <p className="text-soft">Nothing yet.</p>
        ) : (
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
            {own.map(({ id, reward, state, requestedAt }) => (
              <li key={id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 px-5 py-3">
                <div className="min-w-0">
                  <Link to={paths.rewardRequest(id)} className="font-medium hover:underline">
                    {reward}
                  </Link>
                  <p className="text-sm text-soft">
                    <Moment at={requestedAt} />
                  </p>
                </div>
                <RequestBadge state={state} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
