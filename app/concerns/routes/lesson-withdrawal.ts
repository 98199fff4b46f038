import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { requireViewer } from '#app/accounts/session.server.ts';
import { isUndo } from '#app/accounts/undo.server.ts';
import { withdrawLesson } from '#app/concerns/lesson-writing.server.ts';
import { visibleLesson } from '#app/concerns/lessons.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requireViewer(args);
  return redirect(paths.lesson(args.params.id!));
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  const lesson = await visibleLesson(viewer, args.params.id ?? '');
  if (!lesson) throw data(null, { status: 404 });
  if (!lesson.changeable) throw data(null, { status: 403 });
  const back = await isUndo(args.request);
  await withdrawLesson(lesson.id, back, Date.now());
  if (back) return redirectSaying(paths.lesson(lesson.id), 'It is in the library again.');
  return redirectSaying(paths.lessons(), {
    text: 'Withdrawn. It is shown to nobody else any more.',
    undo: { action: paths.lessonWithdrawal(lesson.id), fields: { undo: 'yes' } },
  });
}
