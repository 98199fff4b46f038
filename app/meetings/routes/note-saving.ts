import type { ActionFunctionArgs } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { noteSchema } from '#app/meetings/note-form.ts';
import { saveNote } from '#app/meetings/note-saving.server.ts';
import { leadToRoom } from '#app/meetings/room-step.server.ts';

export const loader = leadToRoom;

const statuses = { unknown: 404, closed: 409, 'too-long': 422 };
const refuse = (refused: keyof typeof statuses) => Response.json({ refused }, { status: statuses[refused] });

/** Saves for a script, while somebody writes: nothing is asked of the database that the saving itself does not ask. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'see-meetings');
  const form = await readForm(args.request, noteSchema);
  if ('refused' in form) return refuse('too-long');
  const { item, ...rest } = form.value;
  const place = { viewer, meetingId: args.params.id! };
  const saved = await saveNote(place, { itemId: item, ...rest }, Date.now());
  return 'refused' in saved ? refuse(saved.refused) : Response.json(saved);
}
