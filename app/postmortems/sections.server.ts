import { and, eq, max } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { people } from '#db/schema/accounts.ts';
import { postmortemSections } from '#db/schema/postmortems.ts';

import { touch } from './words.server.ts';

type By = { byId: string; now: number };

const sectionOf = (postmortemId: string, key: string) =>
  and(eq(postmortemSections.postmortemId, postmortemId), eq(postmortemSections.key, key));

/** One section with the name of who changed it last, or null. */
export async function sectionNamed(postmortemId: string, key: string) {
  const [row] = await db.read
    .select({ section: postmortemSections, changedByName: people.name })
    .from(postmortemSections)
    .innerJoin(people, eq(people.id, postmortemSections.changedBy))
    .where(sectionOf(postmortemId, key));
  return row ? { ...row.section, changedByName: row.changedByName } : null;
}

/**
 * Saves a section's text. Refuses as stale when somebody else saved since `version`, and writes nothing, so that
 * nobody's words are overwritten in silence. The same text again counts as saved: a repeated autosave is no conflict.
 */
export async function saveSection(
  postmortemId: string,
  key: string,
  { version, markdown }: { version: number; markdown: string },
  { byId, now }: By,
): Promise<{ saved: number } | { refused: 'stale' | 'gone' }> {
  return db.write(async (tx) => {
    const [current] = await tx.select().from(postmortemSections).where(sectionOf(postmortemId, key));
    if (!current) return { refused: 'gone' };
    if (current.markdown === markdown) return { saved: current.version };
    if (current.version !== version) return { refused: 'stale' };
    await tx
      .update(postmortemSections)
      .set({ markdown, version: version + 1, changedAt: now, changedBy: byId })
      .where(sectionOf(postmortemId, key));
    await touch(tx, postmortemId, now);
    return { saved: version + 1 };
  });
}

const slug = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '') || 'section';

/**
 * This key, or with a number where it is taken: every section of a postmortem has a key of its own. Whoever asks for
 * many keys keeps `tried`, which says from what number on to look.
 */
export function freeKey(wanted: string, taken: Set<string>, tried = new Map<string, number>()): string {
  let key = wanted;
  let number = tried.get(wanted) ?? 2;
  for (; taken.has(key); number++) key = `${wanted}-${number}`;
  tried.set(wanted, number);
  return key;
}

/** Adds a section of its own at the end. Returns its key. */
export async function addSection(postmortemId: string, heading: string, { byId, now }: By): Promise<string> {
  return db.write(async (tx) => {
    const rows = await tx
      .select({ key: postmortemSections.key })
      .from(postmortemSections)
      .where(eq(postmortemSections.postmortemId, postmortemId));
    const key = freeKey(slug(heading), new Set(rows.map((row) => row.key)));
    const [last] = await tx
      .select({ position: max(postmortemSections.position) })
      .from(postmortemSections)
      .where(eq(postmortemSections.postmortemId, postmortemId));
    await tx.insert(postmortemSections).values({
      id: newId(),
      postmortemId,
      key,
      heading,
      position: (last?.position ?? 0) + 1,
      markdown: '',
      version: 1,
      changedAt: now,
      changedBy: byId,
    });
    await touch(tx, postmortemId, now);
    return key;
  });
}
