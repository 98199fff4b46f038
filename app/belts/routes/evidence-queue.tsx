import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';

import { may } from '#app/accounts/permissions.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { EvidenceOwn } from '#app/belts/evidence-own.tsx';
import { ReciprocalCard } from '#app/belts/reciprocal-card.tsx';
import { pairsOfTheYear } from '#app/belts/reciprocal.server.ts';
import { ReviewList } from '#app/belts/review-list.tsx';
import { evidenceOf, reviewsPage } from '#app/belts/review-queue.server.ts';
import { beltRules } from '#app/belts/rules.server.ts';
import { readCursor } from '#app/http/cursor.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { NextPage } from '#app/ui/next-page.tsx';
import { Empty, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Evidence · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-belts');
  args.context.keptNowhere = true;
  const { searchParams } = new URL(args.request.url);
  const named = searchParams.get('belt');
  const belt = beltRules().belts.some(({ key }) => key === named) ? named : null;
  const after = readCursor(searchParams.get('after'));
  const now = Date.now();
  const [page, own, pairs] = await Promise.all([
    reviewsPage(viewer, { belt, after }, now),
    evidenceOf(viewer.id),
    may(viewer, 'arrange-belts') ? pairsOfTheYear(now) : null,
  ]);
  return { ...page, belt, continued: after !== null, own, pairs, assessors: beltRules().assessors };
}

const tab =
  'block border-b-2 border-transparent py-2 text-soft hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink';

export default function EvidenceQueue() {
  const { belts, belt, reviews, next, continued, own, pairs, assessors } = useLoaderData<typeof loader>();
  const to = (key: string | null) => (key ? `${paths.reviewQueue()}?belt=${key}` : paths.reviewQueue());
  const on = next && `${to(belt)}${belt ? '&' : '?'}after=${next}`;
  return (
    <>
      <PageHead
        above={<Up to={paths.belts()}>Your belts</Up>}
        title="Evidence"
        lead={
          belts.length > 0
            ? 'What colleagues show on their way to a belt, for you to look at; and what you show yourself.'
            : 'What you show on your way to a belt.'
        }
        actions={
          <ButtonLink weight="primary" to={paths.newEvidence()}>
            Show what you did
          </ButtonLink>
        }
      />
      <div className="grid gap-8 lg:grid-cols-[3fr_2fr] lg:items-start">
        {belts.length > 0 && (
          <section aria-labelledby="waiting">
            <h2 id="waiting" className="mb-2 font-serif text-xl font-semibold">
              Waits for your eyes
            </h2>
            {belts.length > 1 && (
              <nav aria-label="Which belt" className="mb-4">
                <ul className="flex flex-wrap gap-x-6 gap-y-2 border-b border-line">
                  {[{ key: null, name: 'All' }, ...belts].map(({ key, name }) => (
                    <li key={name}>
                      <Link to={to(key)} aria-current={key === belt ? 'page' : undefined} className={tab}>
                        {name}
                      </Link>
                    </li>
                  ))}
                </ul>
              </nav>
            )}
            {reviews.length > 0 ? (
              <ReviewList reviews={reviews} assessors={assessors} />
            ) : (
              <Empty title={continued ? 'That was all' : 'Nothing waits for you'}>
                <p>
                  When somebody shows how they meet a requirement of a belt you can assess, it stands here,
                  the longest waiting first.
                </p>
              </Empty>
            )}
            <NextPage to={on}>What came later</NextPage>
          </section>
        )}
        <div className="space-y-8">
          <section aria-labelledby="own">
            <h2 id="own" className="mb-2 font-serif text-xl font-semibold">
              What you show
            </h2>
            {own.length > 0 ? (
              <EvidenceOwn evidence={own} />
            ) : (
              <p className="text-soft">
                Nothing yet. Some requirements of a belt are met by showing what you did:{' '}
                <Link to={paths.belts()} className="text-accent underline underline-offset-4">
                  your belts
                </Link>{' '}
                say which.
              </p>
            )}
          </section>
          {pairs && <ReciprocalCard pairs={pairs} />}
        </div>
      </div>
    </>
  );
}
