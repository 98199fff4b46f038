/** What people hear of items that are theirs; whoever did it themself hears nothing. */
import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import type { Tx } from '#db/database.ts';
import type { agendaItems, meetings, meetingSeries } from '#db/schema/meetings.ts';

import { placeWords } from './item-words.ts';

type Item = Pick<
  typeof agendaItems.$inferSelect,
  'id' | 'title' | 'audienceId' | 'presenterId' | 'proposedBy'
>;
type Meeting = typeof meetings.$inferSelect;
type By = { id: string; name: string };
type Place = { meeting: Meeting | null; series: Pick<typeof meetingSeries.$inferSelect, 'name'> };

const about = (item: Item, text: string, now: number) => ({
  kind: 'meeting' as const,
  text,
  path: paths.agendaItem(item.id),
  ...(item.audienceId && { audienceId: item.audienceId }),
  now,
});

/** Tells whoever was put down to present something by somebody else. */
export async function tellPresenter(tx: Tx, item: Item, { meeting, series }: Place, by: By, now: number) {
  if (item.presenterId === null || item.presenterId === by.id) return;
  const text = `${by.name} put you down for “${item.title}”, ${placeWords(meeting, series)}.`;
  await tell(tx, { personId: item.presenterId, ...about(item, text, now) });
}

/** Tells whoever proposed something that it has its place. */
export async function tellProposer(tx: Tx, item: Item, meeting: Meeting, by: By, now: number) {
  if (item.proposedBy === by.id) return;
  const text = `“${item.title}”, which you proposed, is ${placeWords(meeting, { name: meeting.title })}.`;
  await tell(tx, { personId: item.proposedBy, ...about(item, text, now) });
}
