import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { personMeant } from '#app/accounts/find-person.server.ts';
import { personProblem } from '#app/accounts/person-meant.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { optionalLine } from '#app/http/fields.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { scopedOwnReview } from '#app/recognition/review-page.server.ts';
import { ReviewSharingCard } from '#app/recognition/review-sharing-card.tsx';
import { shareReview, sharingOf } from '#app/recognition/review-sharing.server.ts';
import { PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Who reads your year · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, review } = await scopedOwnReview(args);
  return { id: review.id, year: review.year, sharing: await sharingOf(viewer, review.id) };
}

const problems = {
  nobody: 'Write a name or an e-mail address.',
  oneself: 'Name somebody else: you read it anyway.',
  left: 'They are not here any more.',
  'not-manager': 'They read it already, or do not manage you now. Write a name.',
  enough: 'So many people read it already: end one of these first.',
};

/** Whom a form names: a manager by a button, or anybody by name. */
async function meant(
  viewer: Viewer,
  id: string,
  fields: { manager: string; person: string },
): Promise<{ withId: string } | { problem: string }> {
  if (fields.manager === '') {
    const found = await personMeant(fields.person);
    if ('refused' in found) return { problem: personProblem(found) };
    return found.person ? { withId: found.person.id } : { problem: problems.nobody };
  }
  const { managers } = await sharingOf(viewer, id);
  const manager = managers.find((one) => one.id === fields.manager);
  return manager ? { withId: manager.id } : { problem: problems['not-manager'] };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, review } = await scopedOwnReview(args);
  const fields = z.object({ manager: optionalLine(40), person: optionalLine(300) });
  const read = await readForm(args.request, fields);
  if ('refused' in read) return data(read.refused, { status: 422 });
  const refuse = (person: string) =>
    data({ errors: { person }, values: { person: read.value.person } }, { status: 422 });
  const named = await meant(viewer, review.id, read.value);
  if ('problem' in named) return refuse(named.problem);
  const shared = await shareReview(viewer, review.id, named.withId, Date.now());
  if (!('refused' in shared))
    return redirectSaying(
      paths.review(review.id),
      shared.shared ? `${shared.name} may read it from now on.` : `${shared.name} reads it already.`,
    );
  if (shared.refused === 'unknown') throw data(null, { status: 404 });
  return refuse(problems[shared.refused]);
}

export default function ReviewSharing() {
  const { id, year, sharing } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead above={<Up to={paths.review(id)}>Your year {year}</Up>} title="Who reads it" />
      <div className="max-w-3xl">
        <ReviewSharingCard id={id} sharing={sharing} refused={refused} />
      </div>
    </>
  );
}
