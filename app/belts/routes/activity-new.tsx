import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { noteActivity } from '#app/belts/activities.server.ts';
import { participantFields } from '#app/belts/participant-fields.ts';
import { activitySchema, confirmationsNeeded } from '#app/belts/activity.ts';
import { dayProblem, firstDay } from '#app/belts/activity-day.ts';
import { ActivityForm } from '#app/belts/activity-form.tsx';
import { dayOf } from '#app/belts/calendar-day.ts';
import { participantsMeant } from '#app/belts/participants.server.ts';
import { beltRules } from '#app/belts/rules.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'A session you led · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'see-belts');
  args.context.keptNowhere = true;
  const [now, zone] = [Date.now(), await zoneHere()];
  return { needed: confirmationsNeeded(beltRules()), today: dayOf(now, zone), first: firstDay(now, zone) };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'see-belts');
  const now = Date.now();
  const read = await readForm(args.request, activitySchema);
  if ('refused' in read) return data(read.refused, { status: 422 });
  const refuse = (errors: Partial<Record<string, string>>) =>
    data({ errors, values: typedAgain(read.value) }, { status: 422 });
  const problem = dayProblem(read.value.day, now, await zoneHere());
  if (problem) return refuse({ day: problem });
  const typed = participantFields.map((field) => [field, read.value[field]] as [string, string]);
  const meant = await participantsMeant(typed, viewer);
  if ('errors' in meant) return refuse(meant.errors);
  const { feature, day, outcome } = read.value;
  const noted = await noteActivity(viewer, { feature, day, outcome }, meant.ids, now);
  if (!('refused' in noted))
    return redirectSaying(paths.activity(noted.id), {
      text: 'Written down. Those who took part are asked.',
      undo: { action: paths.activityWithdrawal(noted.id) },
    });
  const empty = participantFields.find((field) => read.value[field] === '') ?? 'person1';
  const needed = confirmationsNeeded(beltRules());
  return refuse({ [empty]: `Name at least ${needed} people who took part.` });
}

export default function NewActivity() {
  const { needed, today, first } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        above={<Up to={paths.belts()}>Your belts</Up>}
        title="A threat-modelling session you led"
        lead="Write down what it was about. Once those who took part have confirmed it, it counts from the day it took place."
      />
      <Card aria-label="The session">
        <ActivityForm needed={needed} today={today} first={first} refused={refused} />
      </Card>
    </>
  );
}
