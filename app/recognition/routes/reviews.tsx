import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { readCursor } from '#app/http/cursor.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { RecognitionPlaces } from '#app/recognition/recognition-places.tsx';
import { yearsToBegin } from '#app/recognition/review.ts';
import { beginReview, reviewsOf, sharedWith } from '#app/recognition/reviews.server.ts';
import { Button } from '#app/ui/button.tsx';
import { NextPage } from '#app/ui/next-page.tsx';
import { Card, PageHead } from '#app/ui/page.tsx';
import { day } from '#app/ui/time.ts';

export const meta: MetaFunction = () => [{ title: 'Your year · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-recognition');
  args.context.keptNowhere = true;
  const after = readCursor(new URL(args.request.url).searchParams.get('after'));
  const zone = await zoneHere();
  const [own, { shared, next }] = await Promise.all([reviewsOf(viewer), sharedWith(viewer, after)]);
  const toBegin = yearsToBegin(Date.now(), zone).filter((year) => !own.some((one) => one.year === year));
  return { own, shared, next, toBegin, zone };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'see-recognition');
  const read = await readForm(args.request, z.object({ year: z.coerce.number().int() }));
  const begun = 'refused' in read ? null : await beginReview(viewer, read.value.year, Date.now());
  if (begun === null || 'refused' in begun)
    return redirectSaying(paths.reviews(), {
      text: 'A year can be written up while it lasts, and in the year after.',
      tone: 'warn',
    });
  return redirect(paths.review(begun.id), 303);
}

export default function Reviews() {
  const { own, shared, next, toBegin, zone } = useLoaderData<typeof loader>();
  return (
    <>
      <RecognitionPlaces />
      <PageHead
        title="Your year"
        lead="What you did in a year that made others safer, in your own words and with what Guildhall knows of it: for your annual review, or for yourself."
      />
      <div className="grid gap-6 lg:grid-cols-2 lg:items-start">
        <Card aria-labelledby="own">
          <h2 id="own" className="font-serif text-xl font-semibold">
            Yours
          </h2>
          <p className="mt-1 text-soft">Nobody sees it, whatever their role, until you share it.</p>
          <ul className="mt-3 divide-y divide-line">
            {own.map(({ id, year }) => (
              <li key={id} className="py-2">
                <Link to={paths.review(id)} className="font-medium text-accent underline underline-offset-4">
                  Your year {year}
                </Link>
              </li>
            ))}
          </ul>
          <div className="mt-3 flex flex-wrap gap-2">
            {toBegin.map((year, at) => (
              <Form key={year} method="post">
                <input type="hidden" name="year" value={year} />
                <Button weight={at === 0 && own.length === 0 ? 'primary' : 'plain'}>Begin {year}</Button>
              </Form>
            ))}
          </div>
        </Card>
        <Card aria-labelledby="shared">
          <h2 id="shared" className="font-serif text-xl font-semibold">
            Shared with you
          </h2>
          {shared.length === 0 && (
            <p className="mt-1 text-soft">When a colleague lets you read their year, it stands here.</p>
          )}
          <ul className="mt-2 divide-y divide-line">
            {shared.map((one) => (
              <li key={one.id} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
                <Link to={paths.review(one.reviewId)} className="text-accent underline underline-offset-4">
                  {one.person}: {one.year}
                </Link>
                <span className="text-sm text-soft">since {day(one.sharedAt, zone)}</span>
              </li>
            ))}
          </ul>
          <NextPage to={next && `${paths.reviews()}?after=${next}`}>Shared earlier</NextPage>
        </Card>
      </div>
    </>
  );
}
