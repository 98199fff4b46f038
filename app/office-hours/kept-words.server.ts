import { and, eq } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { queuePlaces } from '#db/schema/office-hours.ts';

import type { Choice } from './choice.ts';
import { wishOf } from './wishes.server.ts';
import type { Words } from './words.ts';

/** Words somebody wrote before and goes on with: those they had in the queue, or of their wish; null: none. */
export async function wordsKept(
  viewer: { id: string },
  placeId: string | null,
  choice: Choice | null,
): Promise<Words | null> {
  const [place] =
    placeId === null
      ? []
      : await db.read
          .select({ topic: queuePlaces.topic, tried: queuePlaces.tried })
          .from(queuePlaces)
          .where(and(eq(queuePlaces.id, placeId), eq(queuePlaces.personId, viewer.id)));
  if (place) return place;
  const wish = choice === 'wish' ? await wishOf(viewer.id) : null;
  return wish && { topic: wish.topic, tried: wish.tried };
}
