import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { requirePermission } from '#app/accounts/session.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { book } from '#app/office-hours/booking.server.ts';
import { bookingSchema } from '#app/office-hours/booking-form.ts';
import { ChoiceList } from '#app/office-hours/choice-list.tsx';
import { readChoice } from '#app/office-hours/choice.ts';
import { choicesFor } from '#app/office-hours/choices.server.ts';
import { newFormId } from '#app/http/form-id.server.ts';
import { wordsKept } from '#app/office-hours/kept-words.server.ts';
import { makeWish } from '#app/office-hours/wishes.server.ts';
import { WordsFields } from '#app/office-hours/words-fields.tsx';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Book a time · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-office-hours');
  const { searchParams } = new URL(args.request.url);
  const chosen = searchParams.get('choice') ?? '';
  const choice = readChoice(chosen);
  const { isGone, choices } = await choicesFor(viewer, choice, Date.now());
  const words = await wordsKept(viewer, searchParams.get('place'), choice);
  return { id: newFormId(args), chosen, isGone, choices, words };
}

const refusals = {
  past: 'That time has begun already. These are free; what you wrote is still here.',
  'too-many':
    'You have three bookings ahead of you, so that others find a time too. Give one back, or be told later.',
  overlap: 'You have another booking at that time. These are free; what you wrote is still here.',
  taken: 'Somebody was a moment quicker. These are the nearest that are free; what you wrote is still here.',
};

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'see-office-hours');
  const form = await readForm(args.request, bookingSchema);
  if ('refused' in form) return data({ ...form.refused, problem: null, choices: null }, { status: 422 });
  const { id, choice, topic, tried } = form.value;
  const now = Date.now();
  if (choice === 'wish') {
    await makeWish(viewer, { topic, tried }, now);
    return redirectSaying(paths.officeHours(), 'Noted. You are told as soon as something frees up.');
  }
  const made = await book(viewer, { id, ...choice, topic, tried }, now);
  if ('id' in made)
    return redirectSaying(paths.booking(made.id), 'It is yours. Your calendar hears of it by mail.');
  const { choices } = await choicesFor(
    viewer,
    made.refused === 'too-many' ? 'wish' : { ...choice, sittingId: null },
    now,
  );
  const values = typedAgain({ id, topic, tried });
  return data({ errors: {}, values, problem: refusals[made.refused], choices }, { status: 409 });
}

export default function NewBooking() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = refused?.errors as Record<string, string> | undefined;
  const values = refused?.values as Record<string, string> | undefined;
  const choices = refused?.choices ?? page.choices;
  return (
    <>
      <PageHead
        above={<Up to={paths.officeHours()}>Office hours</Up>}
        title="Book a time"
        lead="No question is too small, and none comes too early. Whoever sees you is glad that you ask."
      />
      <Card className="max-w-2xl">
        <Form method="post" className="space-y-6">
          {refused?.problem && (
            <Callout tone="warn" live>
              {refused.problem}
            </Callout>
          )}
          {!refused && page.isGone && (
            <Callout tone="warn">That time is taken by now. These are the nearest that are free.</Callout>
          )}
          <input type="hidden" name="id" value={values?.id ?? page.id} />
          <ChoiceList
            key={refused?.choices ? 'anew' : 'first'}
            choices={choices}
            chosen={values?.choice ?? page.chosen}
            error={errors?.choice ?? errors?.id}
          />
          <WordsFields
            values={values ?? page.words ?? {}}
            errors={errors}
            readers="Only you and your host read it."
          />
          <Button weight="primary">{choices[0]?.value === 'wish' ? 'Note it' : 'Book it'}</Button>
        </Form>
      </Card>
    </>
  );
}
