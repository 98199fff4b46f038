import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { rewriteBooking } from '#app/office-hours/booking.server.ts';
import { visibleBooking } from '#app/office-hours/bookings.server.ts';
import { BookingFacts } from '#app/office-hours/booking-facts.tsx';
import { whenInWords } from '#app/office-hours/when.ts';
import { wordsSchema } from '#app/office-hours/words.ts';
import { WordsFields } from '#app/office-hours/words-fields.tsx';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';
import { Stale } from '#app/ui/stale.tsx';

export const meta: MetaFunction = () => [{ title: 'Your time · Guildhall' }];

async function scopedBooking(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'see-office-hours');
  const booking = await visibleBooking(viewer, args.params.id ?? '');
  if (!booking) throw data(null, { status: 404 });
  return { viewer, booking };
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, booking } = await scopedBooking(args);
  const { id, person, host, place, link, topic, tried, version, minutes, releasedAt, startsAt } = booking;
  return {
    ...{ id, person, host, place, link, topic, tried, version, minutes },
    when: whenInWords(startsAt, await zoneHere()),
    isMine: booking.personId === viewer.id,
    isReleased: releasedAt !== null,
    isAhead: startsAt > Date.now(),
    mayTakeAgain: releasedAt !== null && booking.releasedBy === viewer.id && booking.personId === viewer.id,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, booking } = await scopedBooking(args);
  const form = await readForm(args.request, wordsSchema);
  if ('refused' in form) return data({ ...form.refused, stale: null, version: null }, { status: 422 });
  const saved = await rewriteBooking(viewer, booking.id, form.value);
  if ('saved' in saved) return redirectSaying(paths.booking(booking.id), 'Saved. The time stays yours.');
  if (saved.refused === 'not-now')
    return redirectSaying(paths.booking(booking.id), {
      text: 'These words are not yours to change now.',
      tone: 'warn',
    });
  const { topic, tried, version } = saved.now;
  const stale = [
    { name: 'What it is about', theirs: topic, yours: form.value.topic },
    { name: 'What you have tried', theirs: tried, yours: form.value.tried },
  ];
  return data({ errors: {}, values: typedAgain(form.value), stale, version }, { status: 409 });
}

export default function Booking() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const values = refused?.values as Record<string, string> | undefined;
  const isOpen = page.isMine && !page.isReleased;
  return (
    <>
      <PageHead
        above={
          page.isMine ? (
            <Up to={paths.officeHours()}>Office hours</Up>
          ) : (
            <Up to={paths.hosting()}>Your hours</Up>
          )
        }
        title={page.when}
        lead={page.isMine ? `With ${page.host}` : `${page.person} comes to you`}
      />
      <div className="grid max-w-2xl gap-6">
        <BookingFacts {...page} />
        {refused?.stale && <Stale by="Another window of yours" pairs={refused.stale} />}
        {isOpen && (
          <Card aria-labelledby="words">
            <h2 id="words" className="mb-4 font-serif text-xl font-semibold">
              What you would like to talk about
            </h2>
            <Form method="post" className="space-y-4" key={refused?.version ?? page.version}>
              <input type="hidden" name="version" value={refused?.version ?? page.version} />
              <WordsFields
                values={values ?? page}
                errors={refused?.errors}
                readers={`Only you and ${page.host} read it.`}
              />
              <Button weight="primary">Save</Button>
            </Form>
          </Card>
        )}
        {!page.isMine && !page.isReleased && <WordsRead topic={page.topic} tried={page.tried} />}
        {page.isReleased && page.mayTakeAgain && page.isAhead && (
          <Callout>
            <p className="mb-3">
              Can you make it after all? As long as nobody has taken it, it is yours again.
            </p>
            <Form method="post" action={paths.bookingRelease(page.id)}>
              <input type="hidden" name="undo" value="yes" />
              <Button>Take it again</Button>
            </Form>
          </Callout>
        )}
      </div>
    </>
  );
}

function WordsRead({ topic, tried }: { topic: string; tried: string }) {
  return (
    <Card aria-labelledby="topic">
      <h2 id="topic" className="font-serif text-xl font-semibold [overflow-wrap:anywhere]">
        {topic}
      </h2>
      <h3 className="mt-4 text-sm font-medium">What they have tried</h3>
      <p className="mt-1 whitespace-pre-line text-soft [overflow-wrap:anywhere]">
        {tried || 'They have not said. A good first question.'}
      </p>
    </Card>
  );
}
