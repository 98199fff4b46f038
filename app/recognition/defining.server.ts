/** Organisers define awards of their own, beside those of content/recognition. */
import { and, eq, isNotNull, isNull, ne } from 'drizzle-orm';

import type { Viewer } from '#app/accounts/viewer.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { definedAwards } from '#db/schema/recognition.ts';
import { sameText } from '#db/text.ts';

import { type AwardDraft, keyOf } from './award-form.ts';
import { type AwardHere, awardNamed } from './award.server.ts';
import { contentAwards } from './rules.server.ts';

type By = Pick<Viewer, 'id'>;

/** Defines an award. Its key comes from its name, and is no other award's, here or in content/recognition. */
export async function defineAward(
  by: By,
  { name, about }: AwardDraft,
  now: number,
): Promise<{ key: string } | { refused: 'taken' }> {
  return db.write(async (tx) => {
    if (await isTaken(tx, name)) return { refused: 'taken' };
    const key = await freeKey(keyOf(name));
    await tx.insert(definedAwards).values({ key, name, about, definedAt: now, definedBy: by.id, version: 1 });
    return { key };
  });
}

async function freeKey(wanted: string): Promise<string> {
  for (let nth = 1; ; nth += 1) {
    const key = nth === 1 ? wanted : `${wanted}-${nth}`;
    if (!(await awardNamed(key))) return key;
  }
}

async function isTaken(tx: Tx, name: string, exceptKey = ''): Promise<boolean> {
  if (contentAwards().some((award) => award.name.toLowerCase() === name.toLowerCase())) return true;
  const others = and(sameText(definedAwards.name, name), ne(definedAwards.key, exceptKey));
  return (await tx.$count(definedAwards, others)) > 0;
}

/** Says anew what an award is called and for; null when there is no such award of one's own making. */
export async function changeAward(
  key: string,
  version: number,
  { name, about }: AwardDraft,
): Promise<
  { before: AwardHere; version: number } | { refused: 'taken' } | { refused: 'stale'; now: AwardHere } | null
> {
  return db.write(async (tx) => {
    const before = await awardNamed(key);
    if (!before?.defined) return null;
    if (before.defined.version !== version) return { refused: 'stale', now: before };
    if (await isTaken(tx, name, key)) return { refused: 'taken' };
    await tx
      .update(definedAwards)
      .set({ name, about, version: version + 1 })
      .where(eq(definedAwards.key, key));
    return { before, version: version + 1 };
  });
}

/** From now on nobody is put forward for it; what was given stays. Null when there is none of this key. */
export const retireAward = (by: By, key: string, now: number) =>
  db.write(async (tx) => {
    const mine = and(eq(definedAwards.key, key), isNull(definedAwards.retiredAt));
    await tx.update(definedAwards).set({ retiredAt: now, retiredBy: by.id }).where(mine);
    return definedHere(key);
  });

/** Takes a retirement back. */
export const bringBackAward = (key: string) =>
  db.write(async (tx) => {
    const mine = and(eq(definedAwards.key, key), isNotNull(definedAwards.retiredAt));
    await tx.update(definedAwards).set({ retiredAt: null, retiredBy: null }).where(mine);
    return definedHere(key);
  });

async function definedHere(key: string): Promise<AwardHere | null> {
  const award = await awardNamed(key);
  return award?.defined ? award : null;
}
