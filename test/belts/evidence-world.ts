/** People who show something and people who look at it, straight into the database. */
import type { Viewer } from '#app/accounts/viewer.ts';
import { nameColleague } from '#app/belts/attesters.server.ts';
import { takeEvidenceStep } from '#app/belts/evidence-steps.server.ts';
import { begin, saveEvidence } from '#app/belts/evidence.server.ts';
import { beltRules } from '#app/belts/rules.server.ts';
import { factsOf } from '#app/facts/facts.server.ts';
import { db } from '#db/database.server.ts';
import { evidence } from '#db/schema/belts.ts';
import { day, now } from '#test/support/clock.ts';
import { happened } from '#test/support/facts.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';
import { eq } from 'drizzle-orm';

export const scan = 'green/sast-scan';
export const explained = 'green/owasp-explained';

/** Gives somebody what the white and the green belt ask for, since `at`. */
async function greenBelt(person: { id: string }, at = now - day): Promise<void> {
  for (const { key, requirements } of beltRules().belts)
    for (const asked of key === 'black' ? [] : requirements)
      if (asked.kind === 'module') {
        await happened(person, 'lesson-read', at, { module: asked.module, version: 'v' });
        const passed = { module: asked.module, version: 'v', right: 10, asked: 10 };
        await happened(person, 'quiz-passed', at, passed);
      } else await happened(person, 'evidence-approved', at, { requirement: asked.id, until: null });
}

/** Somebody who holds the green belt. */
export async function holder(name: string, at?: number): Promise<TestPerson> {
  const person = await somebody(name);
  await greenBelt(person, at);
  return person;
}

type Written = {
  requirement?: string;
  kind?: 'evidence' | 'equivalent';
  text?: string;
  until?: number | null;
};

/** A draft of somebody, with words in it. */
export async function draftOf(by: Viewer, { requirement = scan, ...words }: Written = {}, at = now) {
  const kind = words.kind ?? 'evidence';
  const begun = await begin(by, { requirement, kind }, at);
  if ('refused' in begun) throw new Error(begun.refused);
  const { version } = await rowOf(begun.id);
  const { text = 'I scanned the ledger.', until = null } = words;
  await saveEvidence(by, begun.id, version, {
    kind,
    text,
    links: ['https://git.northwind.example/42'],
    until,
  });
  return begun.id;
}

/** The same, with the assessors. */
export async function submittedBy(
  by: Viewer,
  written: Written = {},
  at = now,
  ...there: { email: string }[]
) {
  const id = await draftOf(by, written, at);
  for (const { email } of there) await nameColleague({ id, personId: by.id }, email, at);
  const taken = await takeEvidenceStep(by, id, 'submitted', { now: at });
  if (!taken || 'refused' in taken) throw new Error(JSON.stringify(taken));
  return id;
}

export const rowOf = async (id: string) =>
  (await db.read.select().from(evidence).where(eq(evidence.id, id)))[0]!;

/** Approves what is submitted now. Answers where it stands then, or why not; null: not theirs. */
export async function approve(by: Viewer, id: string, at = now) {
  const { round } = await rowOf(id);
  const taken = await takeEvidenceStep(by, id, 'approved', { round, now: at });
  return taken && ('refused' in taken ? taken.refused : taken.taken.state);
}

/** What counts of somebody because of evidence. */
export const countsOf = async ({ id }: { id: string }) =>
  (await factsOf(id)).flatMap((fact) => (fact.kind === 'evidence-approved' ? [fact.details] : []));
