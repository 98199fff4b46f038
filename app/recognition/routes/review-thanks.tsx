import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';

import { readCursor } from '#app/http/cursor.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { formIn } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { scopedOwnReview } from '#app/recognition/review-page.server.ts';
import { chooseThanks, thanksToChoose } from '#app/recognition/review-thanks.server.ts';
import { yearHere } from '#app/recognition/review-year.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/field.tsx';
import { NextPage } from '#app/ui/next-page.tsx';
import { Card, Empty, PageHead, Up } from '#app/ui/page.tsx';
import { day } from '#app/ui/time.ts';

export const meta: MetaFunction = () => [{ title: 'Thanks in your year · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const { review } = await scopedOwnReview(args);
  const span = await yearHere(review.year);
  const after = readCursor(new URL(args.request.url).searchParams.get('after'));
  return {
    id: review.id,
    year: review.year,
    zone: span.zone,
    isFirst: after === null,
    ...(await thanksToChoose(review, span, after)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, review } = await scopedOwnReview(args);
  const form = await formIn(args.request);
  const [shown, chosen] = ['shown', 'thanks'].map((name) => form.getAll(name).map(String)) as [
    string[],
    string[],
  ];
  const span = await yearHere(review.year);
  const done = await chooseThanks(viewer, review, span, { shown, chosen }, Date.now());
  if (!done) throw data(null, { status: 404 });
  return redirectSaying(paths.review(review.id), 'Saved: the thanks you chose are in your year.');
}

export default function ReviewThanks() {
  const { id, year, zone, isFirst, thanks, next } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        above={<Up to={paths.review(id)}>Your year {year}</Up>}
        title={`Thanks in ${year}`}
        lead="None goes in by itself. What a colleague meant for you alone stays with you, and is not in this list."
      />
      {thanks.length === 0 && isFirst && (
        <Empty title="Nothing to choose from yet">
          <p>Thanks that a colleague meant for others to see, too, stand here.</p>
        </Empty>
      )}
      {thanks.length > 0 && (
        <Card aria-label="Thanks to choose from" className="max-w-3xl">
          <Form method="post" action={paths.reviewThanks(id)} className="space-y-4">
            <fieldset>
              <legend className="sr-only">Which go into your year</legend>
              <ul className="divide-y divide-line">
                {thanks.map((one) => (
                  <li key={one.id} className="py-3">
                    <input type="hidden" name="shown" value={one.id} />
                    <Checkbox
                      name="thanks"
                      value={one.id}
                      defaultChecked={one.isChosen}
                      label={<span className="[overflow-wrap:anywhere]">“{one.reason}”</span>}
                      help={`${one.from ?? 'A colleague who has moved on'} · ${day(one.givenAt, zone)}`}
                    />
                  </li>
                ))}
              </ul>
            </fieldset>
            <Button weight="primary">Save what is ticked</Button>
          </Form>
          <NextPage to={next && `${paths.reviewThanks(id)}?after=${next}`}>
            Earlier thanks (save these first)
          </NextPage>
        </Card>
      )}
    </>
  );
}
