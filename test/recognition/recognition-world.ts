/** Facts straight into the house, and recognition looking at them. */
import { keepRecognition } from '#app/recognition/keeping.server.ts';
import { type Grant, grantsOf } from '#app/recognition/grants.server.ts';
import { recognitionRules } from '#app/recognition/rules.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { asc, eq } from 'drizzle-orm';
import { notices } from '#db/schema/notices.ts';
import { happened, undone } from '#test/support/facts.ts';

/** How many points a rule gives as it is shipped: they are tuned now and then. */
export const worth = (key: string): number => {
  const gives = recognitionRules().find((rule) => rule.key === key)?.gives;
  return gives && 'points' in gives ? gives.points : 0;
};

type Person = { id: string };
const goingOn = new AbortController().signal;
export const keep = (now: number) => keepRecognition(now, goingOn);

export { happened, undone };

export const approved = (person: Person, now: number, requirement = 'green/sast-scan', source?: string) =>
  happened(person, 'evidence-approved', now, { requirement, until: null }, source);
export const presented = (person: Person, now: number) =>
  happened(person, 'presented', now, { meeting: 'm', item: newId() });

/** What stands of somebody's, in short. */
const inShort = ({ rule, gives, what, points, squadId }: Grant) =>
  gives === 'points' ? `${rule}: ${points} in ${what} to ${squadId}` : `${rule}: ${what}`;
export const stands = async ({ id }: Person) => (await grantsOf(id)).map(inShort).sort();

export const told = async ({ id }: Person) =>
  (
    await db.read
      .select({ kind: notices.kind, text: notices.text })
      .from(notices)
      .where(eq(notices.personId, id))
      .orderBy(asc(notices.at), asc(notices.id))
  )
    .filter(({ kind }) => kind === 'recognition')
    .map(({ text }) => text);
