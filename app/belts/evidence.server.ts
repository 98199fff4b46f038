import { and, eq, inArray, sql } from 'drizzle-orm';

import type { Viewer } from '#app/accounts/viewer.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { evidence } from '#db/schema/belts.ts';

import { isOpen, type Kind, states } from './evidence.ts';
import { askedFor } from './evidence-requirement.server.ts';
import { noteStep } from './evidence-history.server.ts';

/** Of one person and requirement one piece of evidence goes on at a time: two tabs lead to the same. */
export const ongoingKey = (personId: string, requirement: string) => `${personId} ${requirement}`;

/** What somebody has under way for a requirement; null where there is none. */
export async function ongoingFor(personId: string, requirement: string): Promise<{ id: string } | null> {
  const [row] = await db.read
    .select({ id: evidence.id })
    .from(evidence)
    .where(eq(evidence.ongoing, ongoingKey(personId, requirement)));
  return row ?? null;
}

/**
 * Begins to show that somebody meets a requirement, or leads to what they began before. What is not asked for as
 * evidence can be met from outside only.
 */
export async function begin(
  by: Viewer,
  { requirement, kind }: { requirement: string; kind: Kind },
  now: number,
): Promise<{ id: string; isNew: boolean } | { refused: 'gone' }> {
  const asked = askedFor(requirement)?.requirement;
  if (!asked) return { refused: 'gone' };
  return db.write(async (tx) => {
    const before = await ongoingFor(by.id, requirement);
    if (before) return { id: before.id, isNew: false };
    const id = newId();
    await tx.insert(evidence).values({
      id,
      personId: by.id,
      requirement,
      kind: asked.kind === 'evidence' ? kind : 'equivalent',
      state: 'draft',
      text: '',
      links: [],
      round: 0,
      version: 1,
      createdAt: now,
      ongoing: ongoingKey(by.id, requirement),
    });
    await noteStep(tx, { evidenceId: id, step: 'begun', byId: by.id, at: now, round: 0 });
    return { id, isNew: true };
  });
}

type Words = { kind?: Kind | undefined; text: string; links: string[]; until: number | null };
type Row = typeof evidence.$inferSelect;

/**
 * Keeps what an applicant wrote. Refuses with what is kept when that changed since `version`, and when it is with the
 * assessors.
 */
export async function saveEvidence(
  by: Viewer,
  id: string,
  version: number,
  { kind, text, links, until }: Words,
): Promise<{ version: number } | { refused: 'not-now' } | { refused: 'stale'; now: Row }> {
  return db.write(async (tx) => {
    const [before] = await tx.select().from(evidence).where(eq(evidence.id, id));
    if (before?.personId !== by.id || !isOpen(before.state)) return { refused: 'not-now' };
    if (before.version !== version) return { refused: 'stale', now: before };
    const isChoice = askedFor(before.requirement)?.requirement.kind === 'evidence';
    const kept = isChoice && kind ? kind : before.kind;
    const saved = { kind: kept, text, links, until: kept === 'equivalent' ? until : null };
    await tx
      .update(evidence)
      .set({ ...saved, version: version + 1 })
      .where(eq(evidence.id, id));
    return { version: version + 1 };
  });
}

/**
 * Takes hold of evidence whose files are about to change, in the same transaction. False while they may not: what was
 * submitted stays as it is looked at.
 */
export async function touchEvidence(tx: Tx, id: string): Promise<boolean> {
  const held = await tx
    .update(evidence)
    .set({ version: sql`${evidence.version}` })
    .where(and(eq(evidence.id, id), inArray(evidence.state, states.filter(isOpen))))
    .returning({ id: evidence.id });
  return held.length > 0;
}
