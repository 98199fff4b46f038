import { type ActionFunctionArgs, data } from '@remix-run/node';

import { isUndo } from '#app/accounts/undo.server.ts';
import { listAmongAlumni } from '#app/champions/directory.server.ts';
import { leadBack, scopedEnrolment } from '#app/champions/step-action.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';

export const loader = leadBack;

export async function action(args: ActionFunctionArgs) {
  const { enrolment, part } = await scopedEnrolment(args);
  if (part !== 'person') throw data(null, { status: 404 });
  const listed = !(await isUndo(args.request));
  await listAmongAlumni(enrolment.id, listed, Date.now());
  return redirectSaying(
    paths.enrolment(enrolment.id),
    listed ? 'Your name stands among the alumni now.' : 'Your name no longer stands among the alumni.',
  );
}
