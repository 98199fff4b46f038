import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';

import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { wish } from '#app/meetings/guild.server.ts';
import { scopedSeries } from '#app/meetings/series-scope.server.ts';
import { paths } from '#app/paths.ts';

const schema = z.object({ wish: z.enum(['invited', 'left-out']) });

const said = {
  invited: 'You are counted in: the next invitation comes to you too.',
  'left-out': 'You are left out: no more invitations. You may come all the same.',
};

export async function loader(args: LoaderFunctionArgs) {
  const { series } = await scopedSeries(args);
  return redirect(paths.meetingSeries(series.id));
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, series } = await scopedSeries(args);
  const form = await readForm(args.request, schema);
  if ('refused' in form) throw data(null, { status: 400 });
  const wanted = form.value.wish;
  await wish(viewer.id, series.id, wanted, Date.now());
  const back = wanted === 'invited' ? 'left-out' : 'invited';
  return redirectSaying(paths.meetingSeries(series.id), {
    text: said[wanted],
    undo: { action: paths.meetingSeriesWish(series.id), fields: { wish: back } },
  });
}
