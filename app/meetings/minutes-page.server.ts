import { zoneHere } from '#app/accounts/organisation.server.ts';
import { render } from '#app/ui/markdown.server.ts';
import type { meetings } from '#db/schema/meetings.ts';

import { isBare } from './minutes.ts';
import { minutesOf } from './minutes.server.ts';
import { sendingOf } from './sending.server.ts';

type Reader = { id: string; roles: readonly string[] };

/** The minutes of a meeting as a page shows them to somebody: notes as HTML that is safe to show. */
export async function minutesPage(reader: Reader, meeting: typeof meetings.$inferSelect) {
  const [minutes, sending, zone] = await Promise.all([
    minutesOf(reader, meeting),
    sendingOf(meeting),
    zoneHere(),
  ]);
  return {
    ...minutes,
    items: minutes.items.map((item) => ({ ...item, notes: html(item.notes), outcome: html(item.outcome) })),
    notes: html(minutes.notes),
    isBare: isBare(minutes),
    sending,
    zone,
  };
}
export type MinutesPage = Awaited<ReturnType<typeof minutesPage>>;

const html = (markdown: string) => (markdown === '' ? '' : render(markdown));
