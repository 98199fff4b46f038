/** People, what happened to them, and the house looking at it. */
import { keepStandings } from '#app/belts/keeping.server.ts';
import { beltRules } from '#app/belts/rules.server.ts';
import { standingOf } from '#app/belts/standing.server.ts';
import { db } from '#db/database.server.ts';
import { asc, eq } from 'drizzle-orm';
import { beltStandings } from '#db/schema/belts.ts';
import { notices } from '#db/schema/notices.ts';
import { happened, undone } from '#test/support/facts.ts';

type Person = { id: string };
export const goingOn = new AbortController().signal;
export const keep = (now: number) => keepStandings(now, goingOn);

export { happened, undone };

const modules = () =>
  beltRules().belts[0]!.requirements.flatMap((asked) => (asked.kind === 'module' ? [asked.module] : []));

/** Reads and passes everything of the white belt. Returns the sources of the passes. */
export async function earnWhite(person: Person, at: number): Promise<string[]> {
  const passes: string[] = [];
  for (const module of modules()) {
    await happened(person, 'lesson-read', at, { module, version: 'v' }, `${person.id} ${module}`);
    passes.push(await happened(person, 'quiz-passed', at, { module, version: 'v', right: 8, asked: 8 }));
  }
  return passes;
}

/** And what the green belt asks for. */
export async function earnGreen(person: Person, at: number): Promise<void> {
  await earnWhite(person, at);
  for (const { id } of beltRules().belts[1]!.requirements)
    await happened(person, 'evidence-approved', at, { requirement: id, until: null });
}

export const kept = ({ id }: Person) =>
  db.read.select().from(beltStandings).where(eq(beltStandings.personId, id)).orderBy(asc(beltStandings.belt));

export const told = async ({ id }: Person) =>
  (
    await db.read
      .select({ kind: notices.kind, path: notices.path, text: notices.text })
      .from(notices)
      .where(eq(notices.personId, id))
      .orderBy(asc(notices.at), asc(notices.id))
  ).filter(({ kind }) => kind === 'belt');

/** What is kept of somebody, and what their facts say now, alike. */
export async function keptAndDerived(person: Person, now: number) {
  const rows = (await kept(person)).map(({ rules: _, personId: __, ...row }) => row);
  const { belts } = await standingOf(person.id, now);
  const derived = belts
    .filter(({ state }) => state !== 'not-yet')
    .map(({ belt, state, since, until, changesAt }) => ({ belt, state, since, until, changesAt }))
    .sort((a, b) => a.belt.localeCompare(b.belt));
  return { rows, derived };
}
