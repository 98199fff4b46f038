import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { timezones } from '#app/accounts/organisation.ts';
import { ruleInWords } from '#app/calendars/recurrence.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { scopedHours } from '#app/office-hours/hosting-scope.server.ts';
import { comparedHours, hoursOf, hoursSchema, typedHours } from '#app/office-hours/hours.ts';
import { HoursForm } from '#app/office-hours/hours-fields.tsx';
import { changeHours } from '#app/office-hours/hours.server.ts';
import { paths } from '#app/paths.ts';
import { Card, PageHead, Up } from '#app/ui/page.tsx';
import { Stale } from '#app/ui/stale.tsx';

export const meta: MetaFunction = () => [{ title: 'Change your hours · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const { hours } = await scopedHours(args);
  const values = typedHours(hours);
  const isOther = values.rhythm === 'kept';
  return { timezones, values, kept: isOther ? ruleInWords(hours.rule) : null };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, hours } = await scopedHours(args);
  const form = await readForm(args.request, hoursSchema);
  if ('refused' in form) return data({ ...form.refused, stale: null }, { status: 422 });
  const values = typedAgain(form.value);
  const read = hoursOf(form.value, hours.rule);
  if ('errors' in read) return data({ errors: read.errors, values, stale: null }, { status: 422 });
  const changed = await changeHours(viewer, hours.id, form.value.version, read.draft, Date.now());
  if ('changed' in changed)
    return redirectSaying(
      paths.hosting(),
      'Saved. What is coming has moved along, and who had booked is told.',
    );
  if (changed.refused === 'ended')
    return redirectSaying(paths.hosting(), { text: 'These hours have ended meanwhile.', tone: 'warn' });
  const now = typedHours(changed.now);
  const stale = comparedHours(now, values);
  return data({ errors: {}, values: { ...values, version: now.version! }, stale }, { status: 409 });
}

export default function EditHours() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const values = (refused?.values ?? page.values) as Record<string, string>;
  return (
    <>
      <PageHead
        above={<Up to={paths.hosting()}>Your hours</Up>}
        title="Change your hours"
        lead="Who has booked keeps their place in them, is told the new time, and may give it back."
      />
      {refused?.stale && <Stale by="Another window of yours" pairs={refused.stale} />}
      <Card className="max-w-2xl">
        <HoursForm
          key={values.version}
          timezones={page.timezones}
          values={values}
          errors={refused?.errors ?? {}}
          kept={page.kept}
          save="Save"
        />
      </Card>
    </>
  );
}
