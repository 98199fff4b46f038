import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';

import { may } from '#app/accounts/permissions.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { paths } from '#app/paths.ts';
import { allAwards } from '#app/recognition/award.server.ts';
import { AwardList } from '#app/recognition/award-list.tsx';
import { NominationBadge } from '#app/recognition/nomination-badge.tsx';
import { nominationsBy, nominationsWaitingFor } from '#app/recognition/nominations.server.ts';
import { RecognitionPlaces } from '#app/recognition/recognition-places.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { Moment } from '#app/ui/moment.tsx';
import { PageHead } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Awards · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-recognition');
  args.context.keptNowhere = true;
  const [awards, own, waiting] = await Promise.all([
    allAwards(),
    nominationsBy(viewer.id),
    nominationsWaitingFor(viewer, Date.now()),
  ]);
  const mayArrange = may(viewer, 'arrange-recognition');
  return {
    awards: awards.filter(({ retiredAt }) => retiredAt === null),
    retired: mayArrange ? awards.filter(({ retiredAt }) => retiredAt !== null) : [],
    own,
    waiting,
    mayArrange,
  };
}

const heading = 'mb-3 font-serif text-xl font-semibold';

export default function Awards() {
  const { awards, retired, own, waiting, mayArrange } = useLoaderData<typeof loader>();
  return (
    <>
      <RecognitionPlaces />
      <PageHead
        title="Awards"
        lead="For what helps others. Some come by themselves; for others, a colleague puts somebody forward and two people decide."
        actions={
          <>
            {mayArrange && <ButtonLink to={paths.newAward()}>Define an award</ButtonLink>}
            <ButtonLink weight="primary" to={paths.newNomination()}>
              Put somebody forward
            </ButtonLink>
          </>
        }
      />
      {waiting !== null && (
        <div className="mb-6">
          <Callout tone={waiting > 0 ? 'accent' : 'plain'}>
            <p>
              {waiting === 0 ? 'Nobody waits for your word. ' : `${waiting} waiting for your word. `}
              <Link to={paths.nominations()} className="text-accent underline underline-offset-4">
                Who was put forward
              </Link>
            </p>
          </Callout>
        </div>
      )}
      <section aria-labelledby="awards" className="mb-8">
        <h2 id="awards" className={heading}>
          What there is
        </h2>
        <AwardList awards={awards} mayArrange={mayArrange} />
      </section>
      <section aria-labelledby="own" className="mb-8">
        <h2 id="own" className={heading}>
          Whom you put forward
        </h2>
        {own.length === 0 ? (
          <p className="text-soft">
            Nobody yet. Who made your work safer lately, and who found what others passed by? A few sentences
            are enough.
          </p>
        ) : (
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
            {own.map(({ id, award, person, state, nominatedAt }) => (
              <li key={id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 px-5 py-3">
                <div className="min-w-0">
                  <Link to={paths.nomination(id)} className="font-medium wrap-anywhere hover:underline">
                    {person}: {award}
                  </Link>
                  <p className="text-sm text-soft">
                    <Moment at={nominatedAt} />
                  </p>
                </div>
                <NominationBadge state={state} />
              </li>
            ))}
          </ul>
        )}
      </section>
      {retired.length > 0 && (
        <section aria-labelledby="retired">
          <h2 id="retired" className={heading}>
            Not given any more
          </h2>
          <AwardList awards={retired} mayArrange={mayArrange} />
        </section>
      )}
    </>
  );
}
