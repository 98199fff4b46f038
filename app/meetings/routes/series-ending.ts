import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { isUndo } from '#app/accounts/undo.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { endSeries, resumeSeries } from '#app/meetings/arranging.server.ts';
import { scopedSeries } from '#app/meetings/series-scope.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { series } = await scopedSeries(args, 'arrange-meetings');
  return redirect(paths.meetingSeries(series.id));
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, series } = await scopedSeries(args, 'arrange-meetings');
  const page = paths.meetingSeries(series.id);
  if (await isUndo(args.request)) {
    await resumeSeries(series.id, viewer, Date.now());
    return redirectSaying(page, 'The series goes on, with the meetings it had.');
  }
  await endSeries(series.id, viewer, Date.now());
  return redirectSaying(page, {
    text: 'The series has ended. Its meetings to come do not take place, and whoever was invited is told.',
    undo: { action: paths.meetingSeriesEnding(series.id), fields: { undo: 'yes' } },
  });
}
