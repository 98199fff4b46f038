/** Who is told of what happens to evidence, in the transaction in which it does. */
import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm';

import { namesOf } from '#app/accounts/people.server.ts';
import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { people, roles } from '#db/schema/accounts.ts';

import type { Part, Step } from './evidence.ts';
import { approvedBy, evidenceHistory } from './evidence-history.server.ts';
import { needed, requirementWords } from './evidence-requirement.server.ts';
import { beltOf } from './rules.ts';
import { beltRules } from './rules.server.ts';
import { holdsBelt } from './standing.server.ts';
import type { EvidenceRow } from './visible-evidence.server.ts';

type Told = { by: { id: string; name: string }; part: Part; now: number };

/** Organisers who are here, but for these people. */
export async function organisersBut(...personIds: string[]): Promise<string[]> {
  const rows = await db.read
    .select({ id: people.id })
    .from(roles)
    .innerJoin(people, and(eq(people.id, roles.personId), isNull(people.deactivatedAt)))
    .where(
      and(
        eq(roles.role, 'organiser'),
        isNull(roles.renouncedAt),
        ...personIds.map((id) => ne(people.id, id)),
      ),
    )
    .orderBy(asc(people.id));
  return rows.map(({ id }) => id);
}

/** What the applicant hears when an assessor takes a step. */
const toApplicant: Partial<Record<Step, (by: string, what: string) => string>> = {
  commented: (by, what) => `${by} wrote about what you showed for “${what}”.`,
  returned: (by, what) => `${by} asks for a little more for “${what}”, and says what.`,
};

/**
 * Tells the applicant what an assessor did, and assessors what the applicant did. A submission is told to organisers;
 * holders of the belt, who may be many, find it among their reviews. One that comes back is told to those who looked at
 * it before and still may.
 */
export async function tellOfStep(
  tx: Tx,
  row: EvidenceRow,
  step: Step,
  { by, part, now }: Told,
): Promise<void> {
  const path = paths.evidence(row.id);
  const what = requirementWords(row.requirement);
  if (part === 'assessor') {
    const text =
      step === 'approved' ? await approvalWords(row, by.name, what) : toApplicant[step]?.(by.name, what);
    if (text) await tell(tx, { personId: row.personId, kind: 'belt', text, path, now });
    return;
  }
  if (step !== 'submitted' && step !== 'commented') return;
  const looked = await assessorsSoFar(row, now);
  const told = looked.length > 0 || step === 'commented' ? looked : await organisersBut(row.personId);
  const name = (await namesOf([row.personId])).get(row.personId) ?? '';
  const text =
    step === 'commented'
      ? `${name} wrote about what they show for “${what}”.`
      : `${name} shows how they meet “${what}”. ${needed(row).assessors} pairs of eyes are asked for.`;
  for (const personId of told) await tell(tx, { personId, kind: 'review', text, path, now });
}

async function approvalWords(row: EvidenceRow, by: string, what: string): Promise<string> {
  if (row.state === 'approved') return `“${what}” is approved. It counts from today.`;
  const left = needed(row).assessors - (await approvedBy(row.id, row.round)).length;
  return `${by} approved what you showed for “${what}”. ${left === 1 ? 'One more approval' : `${left} more approvals`}, and it counts.`;
}

/** Who took a step as an assessor before, each once: those who still are here, and may still look at it. */
async function assessorsSoFar(row: EvidenceRow, now: number): Promise<string[]> {
  const steps = await evidenceHistory(row.id);
  const before = [...new Set(steps.map(({ byId }) => byId))].filter((id) => id !== row.personId);
  const here = await db.read
    .select({ id: people.id })
    .from(people)
    .where(and(inArray(people.id, before), isNull(people.deactivatedAt)))
    .orderBy(asc(people.id));
  const organisers = new Set(await organisersBut(row.personId));
  const belt = beltOf(beltRules(), row.requirement)?.key;
  const still: string[] = [];
  for (const { id } of here)
    if (organisers.has(id) || (belt !== undefined && (await holdsBelt(id, belt, now)))) still.push(id);
  return still;
}
