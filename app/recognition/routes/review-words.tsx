import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { scopedOwnReview } from '#app/recognition/review-page.server.ts';
import { ReviewWordsForm } from '#app/recognition/review-words-form.tsx';
import { saveWords } from '#app/recognition/review-words.server.ts';
import { wordsSchema } from '#app/recognition/review.ts';
import { Card, PageHead, Up } from '#app/ui/page.tsx';
import { Stale } from '#app/ui/stale.tsx';

export const meta: MetaFunction = () => [{ title: 'Your year, in your own words · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const { id, year, version, words } = (await scopedOwnReview(args)).review;
  return { id, year, version, words };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, review } = await scopedOwnReview(args);
  const read = await readForm(args.request, wordsSchema);
  if ('refused' in read) return data({ refused: read.refused, stale: null }, { status: 422 });
  const saved = await saveWords(viewer, review.id, read.value, Date.now());
  if (!('refused' in saved)) return redirectSaying(paths.review(review.id), 'Saved.');
  if (saved.refused === 'unknown') throw data(null, { status: 404 });
  // What was typed is not thrown away: it stays in the form, beside what another tab saved.
  const refused = { errors: {}, values: typedAgain(read.value) };
  return data({ refused, stale: { theirs: saved.now, yours: read.value.words } }, { status: 409 });
}

export default function ReviewWords() {
  const { year, ...written } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead
        above={<Up to={paths.review(written.id)}>Your year {year}</Up>}
        title={`${year}, in your own words`}
      />
      {answer?.stale && <Stale by="Another tab of yours" pairs={[{ name: 'Your words', ...answer.stale }]} />}
      <Card aria-label="Your words">
        <ReviewWordsForm {...written} refused={answer?.refused} />
      </Card>
    </>
  );
}
