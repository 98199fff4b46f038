import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';

import { personById } from '#app/accounts/people.server.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { optionalLine } from '#app/http/fields.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { mark } from '#app/meetings/marking.server.ts';
import { scopedToRun } from '#app/meetings/scoped.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'see-meetings');
  return redirect(paths.attendance(args.params.id!));
}

const schema = z.object({
  present: z.enum(['yes', 'no'], { error: 'Present or absent?' }),
  seen: optionalLine(40),
  note: optionalLine(300),
});

/** Whoever runs a meeting says that somebody was there, or was not. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, meeting } = await scopedToRun(args);
  const person = await personById(args.params.personId ?? '');
  if (!person) throw data(null, { status: 404 });
  const form = await readForm(args.request, schema);
  if ('refused' in form) throw data(null, { status: 422 });
  const { present, seen, note } = form.value;
  const marked = await mark(
    meeting.id,
    { personId: person.id, present: present === 'yes', how: 'host', note, seen: seen || null },
    viewer,
    Date.now(),
  );
  const to = `${paths.attendance(meeting.id)}#${person.id}`;
  const warn = (text: string) => redirectSaying(to, { text, tone: 'warn' });
  if (!('refused' in marked))
    return redirectSaying(to, `${person.name} is marked as ${present === 'yes' ? 'present' : 'absent'}.`);
  if (marked.refused === 'stale')
    return warn(
      `Somebody else has marked ${person.name} as ${marked.present ? 'present' : 'absent'} in the meantime. The history says who; press again if you know better.`,
    );
  return warn(
    marked.refused === 'skipped'
      ? 'This meeting does not take place: nobody is marked.'
      : 'It is too early to say who was there.',
  );
}
