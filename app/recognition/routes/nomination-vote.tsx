import { type ActionFunctionArgs, data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { requirePermission } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { formIn, readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { takeVoteBack, voteOn } from '#app/recognition/deciding.server.ts';
import { voteSchema } from '#app/recognition/nomination-form.ts';
import { loadNomination } from '#app/recognition/nomination-loading.server.ts';
import { NominationShown } from '#app/recognition/nomination-shown.tsx';

export const meta: MetaFunction = () => [{ title: 'Put forward for an award · Guildhall' }];

export const loader = loadNomination;

const because = {
  'not-yours': 'This one is for others to decide.',
  decided: 'It has been decided meanwhile.',
  already: 'You have said something else before. Take that back first.',
  left: 'An account is closed: it waits as it is.',
} as const;

const after = {
  open: 'Thank you. It is decided as soon as two agree.',
  given: 'Two agree: it is given, and they are told.',
  declined: 'Two agree: it is not given this time. Who put them forward is told, and nobody else.',
  withdrawn: 'It was withdrawn meanwhile.',
  'taken-back': 'It was taken back meanwhile.',
} as const;

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'see-recognition');
  const id = args.params.id!;
  const page = paths.nomination(id);
  if ((await formIn(args.request.clone())).has('undo')) {
    const back = await takeVoteBack(viewer, id);
    if (!back) throw data(null, { status: 404 });
    return 'refused' in back
      ? redirectSaying(page, { text: because.decided, tone: 'warn' })
      : redirectSaying(page, 'Taken back: say what you think when you are ready.');
  }
  const read = await readForm(args.request, voteSchema);
  if ('refused' in read) return data(read.refused, { status: 422 });
  const voted = await voteOn(viewer, id, read.value, Date.now());
  if (!voted) throw data(null, { status: 404 });
  if ('refused' in voted) return redirectSaying(page, { text: because[voted.refused], tone: 'warn' });
  return redirectSaying(page, {
    text: after[voted.state],
    ...(voted.state === 'open' && {
      undo: { action: paths.nominationVote(id), fields: { undo: 'yes' } },
    }),
  });
}

export default function NominationVote() {
  return <NominationShown page={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
