import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';

import { mark } from '#app/champions/onboarding.server.ts';
import { refusalWords } from '#app/champions/refusals.ts';
import { leadBack, scopedEnrolment } from '#app/champions/step-action.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';

export const loader = leadBack;

const schema = z.object({ key: z.string().max(80), undo: z.string().optional() });

export async function action(args: ActionFunctionArgs) {
  const { viewer, enrolment, part } = await scopedEnrolment(args);
  const back = paths.enrolment(enrolment.id);
  const read = await readForm(args.request, schema);
  const refused = () => redirectSaying(back, { text: refusalWords['not-now'], tone: 'warn' as const });
  if ('refused' in read) return refused();
  const { key, undo } = read.value;
  const done = !undo;
  const outcome = await mark(enrolment.id, { key, done, by: { id: viewer.id, part }, now: Date.now() });
  if ('refused' in outcome) return refused();
  return redirectSaying(back, {
    text: done ? 'Marked as done.' : 'Open again.',
    ...(done && { undo: { action: paths.enrolmentMarks(enrolment.id), fields: { key, undo: 'yes' } } }),
  });
}
