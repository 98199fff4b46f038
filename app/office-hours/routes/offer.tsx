import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { answerOffer, visibleOffer } from '#app/office-hours/offers.server.ts';
import { whenInWords } from '#app/office-hours/when.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Card, Empty, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'A time for you · Guildhall' }];

async function scopedOffer(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'see-office-hours');
  const found = await visibleOffer(viewer, args.params.id ?? '');
  if (!found) throw data(null, { status: 404 });
  return { viewer, ...found };
}

export async function loader(args: LoaderFunctionArgs) {
  const { offer, host, place, topic, tried } = await scopedOffer(args);
  const zone = await zoneHere();
  return {
    ...{ host, place, topic, tried, minutes: offer.minutes, answer: offer.answer },
    isHeld: offer.held !== null && offer.expiresAt > Date.now(),
    when: whenInWords(offer.startsAt, zone),
    until: whenInWords(offer.expiresAt, zone),
  };
}

const schema = z.object({ answer: z.enum(['taken', 'declined']).catch('declined') });

const refusals = {
  over: 'It is held for you no longer. You are still in line for the next.',
  'too-many': 'You have three bookings ahead of you: give one back, and this one can be yours.',
  overlap: 'You have another booking at that time. Give one of them back.',
};

export async function action(args: ActionFunctionArgs) {
  const { viewer, offer } = await scopedOffer(args);
  const form = await readForm(args.request, schema);
  if ('refused' in form) throw data(null, { status: 400 });
  const answered = await answerOffer(viewer, offer.id, form.value.answer, Date.now());
  if ('bookingId' in answered)
    return redirectSaying(
      paths.booking(answered.bookingId),
      'It is yours. Your calendar hears of it by mail.',
    );
  if ('declined' in answered)
    return redirectSaying(paths.officeHours(), 'Passed on. You keep your place in line for the next.');
  const to = answered.refused === 'over' ? paths.officeHours() : paths.slotOffer(offer.id);
  return redirectSaying(to, { text: refusals[answered.refused], tone: 'warn' });
}

export default function Offer() {
  const { host, place, topic, tried, minutes, answer, isHeld, when, until } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        above={<Up to={paths.officeHours()}>Office hours</Up>}
        title={isHeld ? 'A time has become free' : 'This time has gone on'}
      />
      {isHeld ? (
        <Card className="max-w-2xl space-y-4">
          <p className="font-serif text-xl font-semibold">
            {when} with {host}
          </p>
          <p className="text-soft">
            {minutes} minutes · {place}. It is held for you until {until}; then it goes on to the next in
            line.
          </p>
          <div className="rounded-md bg-sunken px-4 py-3 [overflow-wrap:anywhere]">
            <p className="text-sm text-soft">What you would like to talk about</p>
            <p>{topic}</p>
            {tried && <p className="mt-2 text-sm whitespace-pre-line text-soft">{tried}</p>}
          </div>
          <Form method="post" className="flex flex-wrap gap-3">
            <Button weight="primary" name="answer" value="taken">
              Take it
            </Button>
            <Button name="answer" value="declined">
              Pass it on
            </Button>
          </Form>
        </Card>
      ) : (
        <Empty
          title={answer === 'taken' ? 'It is yours already' : 'It is held for you no longer'}
          actions={<ButtonLink to={paths.officeHours()}>See what is free</ButtonLink>}
        >
          <p>
            {answer === 'taken'
              ? 'You find it among your bookings.'
              : 'You keep your place in line, and hear of the next time that frees up.'}
          </p>
        </Empty>
      )}
    </>
  );
}
