import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { requirePermission } from '#app/accounts/session.server.ts';
import { askParticipant } from '#app/belts/activities.server.ts';
import { participantSchema } from '#app/belts/activity.ts';
import { visibleActivity } from '#app/belts/activity-page.server.ts';
import { ParticipantList } from '#app/belts/participant-list.tsx';
import { participantsMeant } from '#app/belts/participants.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { dayWords } from '#app/belts/day-words.ts';
import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { SuggestingField } from '#app/ui/suggesting-field.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.feature ?? 'A session'} · Guildhall` },
];

async function scoped(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-belts');
  args.context.keptNowhere = true;
  const page = await visibleActivity(viewer, args.params.id!);
  if (!page) throw data(null, { status: 404 });
  return { viewer, page };
}

export const loader = async (args: LoaderFunctionArgs) => (await scoped(args)).page;

export async function action(args: ActionFunctionArgs) {
  const { viewer, page } = await scoped(args);
  if (!page.isOwn) throw data(null, { status: 403 });
  const read = await readForm(args.request, participantSchema);
  if ('refused' in read) return data(read.refused, { status: 422 });
  const meant = await participantsMeant([['person', read.value.person]], viewer);
  if ('errors' in meant) return data({ ...meant, values: typedAgain(read.value) }, { status: 422 });
  const asked = await askParticipant(viewer, page.id, meant.ids[0]!, Date.now());
  if ('refused' in asked)
    return redirectSaying(paths.activity(page.id), {
      text: 'Nobody needs to be asked any more.',
      tone: 'warn',
    });
  return redirectSaying(paths.activity(page.id), 'They are asked.');
}

const badges = {
  waiting: 'Waiting for confirmations',
  confirmed: 'Confirmed',
  withdrawn: 'Taken back',
} as const;
const tones = { waiting: 'accent', confirmed: 'good', withdrawn: 'plain' } as const;

export default function Activity() {
  const { id, feature, day, outcome, state, isOwn, person, participants, needed } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        above={isOwn ? <Up to={paths.belts()}>Your belts</Up> : undefined}
        title={feature}
        lead={`Threat-modelling session of ${dayWords(day)}, led by ${isOwn ? 'you' : person}`}
        actions={<Badge tone={tones[state]}>{badges[state]}</Badge>}
      />
      <div className="grid gap-6 lg:grid-cols-2 lg:items-start">
        <Card aria-labelledby="outcome">
          <h2 id="outcome" className="font-serif text-xl font-semibold">
            Its outcome
          </h2>
          <p className="mt-2">
            <a
              href={outcome}
              rel="noreferrer"
              className="text-accent underline underline-offset-4 [overflow-wrap:anywhere]"
            >
              {outcome}
            </a>
          </p>
          {isOwn && state !== 'withdrawn' && (
            <Form method="post" action={paths.activityWithdrawal(id)} className="mt-5">
              <Button>Take it back</Button>
            </Form>
          )}
        </Card>
        <Card aria-labelledby="participants">
          <h2 id="participants" className="font-serif text-xl font-semibold">
            Who took part
          </h2>
          <ParticipantList participants={participants} needed={needed} state={state} />
          {isOwn && state === 'waiting' && (
            <Form method="post" className="mt-4 space-y-3">
              <SuggestingField
                key={participants.length}
                label="Somebody else who took part"
                name="person"
                from={paths.personNames()}
                required
                defaultValue={refused?.values.person}
                error={refused?.errors.person}
              />
              <Button>Ask them, too</Button>
            </Form>
          )}
        </Card>
      </div>
    </>
  );
}
