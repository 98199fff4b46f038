import { db } from '#db/database.server.ts';

import { offerOn, withdrawOffers } from './offers.server.ts';
import { endWish, wishOf } from './wishes.server.ts';

/** Gives up somebody's wish; what is held for it goes on to the next in line. Returns the wish's id; null: there was none. */
export async function giveUpWish(by: { id: string }, now: number): Promise<string | null> {
  return db.write(async (tx) => {
    const wish = await wishOf(by.id);
    if (!wish) return null;
    await endWish(tx, wish.id, now);
    for (const slot of await withdrawOffers(tx, { wishId: wish.id }, null, now)) await offerOn(tx, slot, now);
    return wish.id;
  });
}
