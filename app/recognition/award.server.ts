/** The awards there are: those of content/recognition, and those that organisers defined here. */
import { asc, eq } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { definedAwards } from '#db/schema/recognition.ts';

import { contentAwards } from './rules.server.ts';

export type AwardHere = {
  key: string;
  name: string;
  about: string;
  how: 'nominated' | 'by-rule';
  /** which picture stands for it; null: the one for all others */
  picture: string | null;
  /** of one that was defined here; null of those of content/recognition */
  defined: { version: number } | null;
  retiredAt: number | null;
};

const ofContent = (): AwardHere[] =>
  contentAwards().map(({ picture = null, ...award }) => ({
    ...award,
    picture,
    defined: null,
    retiredAt: null,
  }));

type Row = typeof definedAwards.$inferSelect;
const ofRow = ({ key, name, about, retiredAt, version }: Row): AwardHere => ({
  key,
  name,
  about,
  how: 'nominated',
  picture: null,
  defined: { version },
  retiredAt,
});

/** An award by its key, retired ones too; null when there is none. */
export async function awardNamed(key: string): Promise<AwardHere | null> {
  const known = ofContent().find((award) => award.key === key);
  if (known) return known;
  const [row] = await db.read.select().from(definedAwards).where(eq(definedAwards.key, key));
  return row ? ofRow(row) : null;
}

/** All awards: those of content in its order, then those defined here by name. */
export async function allAwards(): Promise<AwardHere[]> {
  const rows = await db.read.select().from(definedAwards).orderBy(asc(definedAwards.name));
  return [...ofContent(), ...rows.map(ofRow)];
}

/** What each award is called, by its key. */
export const awardNames = async (): Promise<Map<string, string>> =>
  new Map((await allAwards()).map(({ key, name }) => [key, name]));
