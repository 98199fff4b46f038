import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { HoursForm } from '#app/champions/hours-form.tsx';
import { HoursList } from '#app/champions/hours-list.tsx';
import { hoursTold, monthsToTell } from '#app/champions/hours-told.server.ts';
import { monthWords, quartersIn } from '#app/champions/hours.ts';
import { reportHours } from '#app/champions/hours.server.ts';
import { seesHours } from '#app/champions/part.ts';
import { refusalWords } from '#app/champions/refusals.ts';
import { scopedEnrolment } from '#app/champions/step-action.server.ts';
import { optionalLine } from '#app/http/fields.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta = () => [{ title: 'Hours · Guildhall' }];

/** A buddy sees the way, and no hours: to them, this page is not there. */
async function scopedHours(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const found = await scopedEnrolment(args);
  if (!seesHours(found.part)) throw data(null, { status: 404 });
  return found;
}

export async function loader(args: LoaderFunctionArgs) {
  const { enrolment, person, squad, part } = await scopedHours(args);
  return {
    id: enrolment.id,
    title: part === 'person' ? 'Your hours' : `${person}’s hours`,
    squad,
    promised: enrolment.hoursPerMonth,
    told: await hoursTold(enrolment.id),
    form:
      part === 'person' && enrolment.agreedAt !== null ? monthsToTell(Date.now(), await zoneHere()) : null,
  };
}

const wrongHours = 'Write hours as 6, 2.5 or 1:30.';
const schema = z.object({
  month: z.string({ error: 'Choose a month.' }).regex(/^\d{4}-\d{2}$/, 'Choose a month.'),
  hours: z
    .string({ error: wrongHours })
    .transform(quartersIn)
    .refine((quarters) => quarters !== null, wrongHours),
  word: optionalLine(200),
});

export async function action(args: ActionFunctionArgs) {
  const { enrolment, part } = await scopedHours(args);
  const read = await readForm(args.request, schema);
  if ('refused' in read) return data(read.refused, { status: 422 });
  const { month, hours, word } = read.value;
  const moment = { now: Date.now(), zone: await zoneHere() };
  const outcome = await reportHours(enrolment.id, { part }, { month, quarters: hours!, word }, moment);
  const back = paths.enrolmentHours(enrolment.id);
  if ('refused' in outcome)
    return redirectSaying(back, { text: refusalWords[outcome.refused], tone: 'warn' });
  return redirectSaying(back, `Thank you. ${monthWords(month)} is told; tell it again to correct it.`);
}

export default function Hours() {
  const { id, title, squad, promised, told, form } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        above={<Up to={paths.enrolment(id)}>Champion of {squad}</Up>}
        title={title}
        lead="Seen by the champion, whoever agreed the time, and organisers. Everybody else sees sums over five people or more."
      />
      <div className="max-w-3xl space-y-6">
        {form && (
          <Card aria-label="Tell a month">
            <HoursForm to={paths.enrolmentHours(id)} {...form} refused={refused} />
          </Card>
        )}
        <Card aria-label="Agreed and told">
          {promised === null && told.length === 0 ? (
            <p className="text-soft">Nothing is agreed yet, and nothing told.</p>
          ) : (
            <HoursList promised={promised} months={told} />
          )}
        </Card>
      </div>
    </>
  );
}
