import { may } from '#app/accounts/permissions.ts';
import type { Viewer } from '#app/accounts/viewer.ts';

import { openNote } from './notes.server.ts';
import type { Announced, Told } from './told.ts';
import { visibleMeeting } from './visible.server.ts';

/** Whether somebody may hear what is new in a meeting: whoever sees it. What not everybody may see is not told there. */
export const hearsMeeting = async (viewer: Viewer, id: string): Promise<boolean> =>
  may(viewer, 'see-meetings') && (await visibleMeeting(viewer, id)) !== null;

/** What all who have a meeting open are sent: mostly what was announced, so that nobody has to read it. */
export async function tellMeeting(id: string, detail: string | null): Promise<Told> {
  const announced = JSON.parse(detail ?? 'null') as Announced;
  if (announced === null || 'note' in announced) return announced;
  const note = await openNote(id, announced.written);
  return note && { note };
}
