import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';

import { chooseBuddy, leaveBuddy } from '#app/champions/buddies.server.ts';
import { refusalWords } from '#app/champions/refusals.ts';
import { leadBack, scopedEnrolment } from '#app/champions/step-action.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';

export const loader = leadBack;

export async function action(args: ActionFunctionArgs) {
  const { viewer, enrolment, part } = await scopedEnrolment(args);
  const back = paths.enrolment(enrolment.id);
  const read = await readForm(args.request, z.object({ buddy: z.string().max(32).default('') }));
  const buddyId = 'value' in read ? read.value.buddy : '';
  const now = Date.now();
  if (buddyId === '') {
    const left = await leaveBuddy(enrolment.id, { id: viewer.id, name: viewer.name, part }, now);
    if ('refused' in left) return redirectSaying(back, { text: refusalWords[left.refused], tone: 'warn' });
    // A buddy who left no longer sees the page.
    return redirectSaying(part === 'buddy' ? paths.champions() : back, 'The pairing has ended.');
  }
  const chosen = await chooseBuddy(enrolment.id, buddyId, { id: viewer.id, part }, now);
  if ('refused' in chosen) return redirectSaying(back, { text: refusalWords[chosen.refused], tone: 'warn' });
  return redirectSaying(back, `${chosen.name} is told that you would like them as your buddy.`);
}
