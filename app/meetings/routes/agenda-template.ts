import type { ActionFunctionArgs } from '@remix-run/node';

import { redirectSaying } from '#app/http/flash.server.ts';
import { leadToAgenda } from '#app/meetings/item-scope.server.ts';
import { layOut } from '#app/meetings/laying-out.server.ts';
import { scopedToRun } from '#app/meetings/scoped.server.ts';
import { paths } from '#app/paths.ts';

export const loader = leadToAgenda;

/** Lays out the parts of the meeting's template that its agenda lacks. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, meeting } = await scopedToRun(args);
  const page = paths.agenda(meeting.id);
  const laid = await layOut(viewer, meeting.id, Date.now());
  if (!laid)
    return redirectSaying(page, { text: 'This meeting is over: its agenda stays as it was.', tone: 'warn' });
  if (laid.made.length === 0) return redirectSaying(page, 'All its parts are there.');
  return redirectSaying(page, {
    text: 'Laid out. Proposals you place fill the part of their kind.',
    undo: { action: paths.agendaTemplateRemoval(meeting.id), fields: { items: laid.made.join(' ') } },
  });
}
