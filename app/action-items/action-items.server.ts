/** What is remembered of action items: one row each, and a row for every step it takes. */
import { and, desc, eq, exists, inArray, max, or, type SQL, sql } from 'drizzle-orm';

import { visibleTo } from '#app/audiences/audience.server.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { people } from '#db/schema/accounts.ts';
import { actionItems, actionItemSteps } from '#db/schema/action-items.ts';
import { meetings } from '#db/schema/meetings.ts';
import { postmortemPeople, postmortems } from '#db/schema/postmortems.ts';
import { squadMembers, squads } from '#db/schema/squads.ts';

import { dueAt, FAR_FUTURE, type Kind } from './action-item.ts';
import { type Owner, ownerColumns } from './owner.ts';
import type { Severity } from './severity.ts';

type Asker = { id: string; roles: readonly string[] };

/** Whether a person may change an item they see: its owner, the squad that owns it, who works on its postmortem, who hosts its meeting or wrote it down there, organisers. */
const workable = (viewer: Asker) =>
  viewer.roles.includes('organiser')
    ? sql<boolean>`1 = 1`
    : or(
        eq(actionItems.ownerId, viewer.id),
        exists(
          db.read
            .select({ one: sql`1` })
            .from(squadMembers)
            .where(
              and(
                eq(squadMembers.squadId, actionItems.ownerSquadId),
                eq(squadMembers.personId, viewer.id),
                sql`${squadMembers.leftAt} is null`,
              ),
            ),
        ),
        exists(
          db.read
            .select({ one: sql`1` })
            .from(postmortemPeople)
            .where(
              and(
                eq(postmortemPeople.postmortemId, actionItems.postmortemId),
                eq(postmortemPeople.personId, viewer.id),
                inArray(postmortemPeople.part, ['author', 'participant']),
              ),
            ),
        ),
        exists(
          db.read
            .select({ one: sql`1` })
            .from(meetings)
            .where(
              and(
                eq(meetings.id, actionItems.meetingId),
                or(eq(meetings.hostId, viewer.id), eq(actionItems.createdBy, viewer.id)),
              ),
            ),
        ),
      );

/** The item, if this person may see it, with its names and whether they may change it; else null. */
export async function visibleActionItem(viewer: Asker, id: string) {
  const [row] = await db.read
    .select({
      item: actionItems,
      ownerName: people.name,
      ownerEmail: people.email,
      squadName: squads.name,
      postmortemTitle: postmortems.title,
      meetingTitle: meetings.title,
      workable: sql<number>`case when ${workable(viewer)} then 1 else 0 end`,
    })
    .from(actionItems)
    .leftJoin(postmortems, eq(postmortems.id, actionItems.postmortemId))
    .leftJoin(meetings, eq(meetings.id, actionItems.meetingId))
    .leftJoin(people, eq(people.id, actionItems.ownerId))
    .leftJoin(squads, eq(squads.id, actionItems.ownerSquadId))
    .where(and(eq(actionItems.id, id), visibleTo(viewer.id, actionItems.audienceId)));
  return row ? { ...row, workable: Number(row.workable) === 1 } : null;
}

/** What has happened to an item, newest first. */
export const stepsOf = (itemId: string) =>
  db.read
    .select({
      step: actionItemSteps.step,
      at: actionItemSteps.at,
      by: people.name,
      byId: actionItemSteps.byId,
      note: actionItemSteps.note,
    })
    .from(actionItemSteps)
    .innerJoin(people, eq(people.id, actionItemSteps.byId))
    .where(eq(actionItemSteps.actionItemId, itemId))
    .orderBy(desc(actionItemSteps.at), desc(actionItemSteps.id));

/** The items of a postmortem that has already been looked up through the viewer, in its order. */
export const itemsOf = (postmortemId: string) => itemsWhere(eq(actionItems.postmortemId, postmortemId));

/** The same of a meeting. */
export const itemsOfMeeting = (meetingId: string) => itemsWhere(eq(actionItems.meetingId, meetingId));

const itemsWhere = (ofIts: SQL) =>
  db.read
    .select({ item: actionItems, ownerName: people.name, ownerEmail: people.email, squadName: squads.name })
    .from(actionItems)
    .leftJoin(people, eq(people.id, actionItems.ownerId))
    .leftJoin(squads, eq(squads.id, actionItems.ownerSquadId))
    .where(ofIts)
    .orderBy(actionItems.position, actionItems.id);

export type Draft = {
  statement: string;
  kind: Kind | null;
  severity: Severity | null;
  owner: Owner;
  dueOn: string | null;
  ticket: string | null;
  sprint: string | null;
};

/** What an item hangs from, and who sees it. */
export type Place = ({ postmortemId: string } | { meetingId: string }) & { audienceId: string };

const hangingFrom = (place: Place) =>
  'postmortemId' in place
    ? { postmortemId: place.postmortemId, meetingId: null }
    : { postmortemId: null, meetingId: place.meetingId };

/** Adds an item to a postmortem or a meeting, open and with its clock running; `imported` ones wait until somebody accepts them. */
export async function addActionItem(
  tx: Tx,
  place: Place,
  draft: Draft,
  {
    byId,
    now,
    as = 'opened',
    done = false,
  }: { byId: string; now: number; as?: 'opened' | 'imported'; done?: boolean },
): Promise<string> {
  const id = newId();
  const clockFrom = as === 'opened' ? now : null;
  const due = dueAt({ ...draft, clockFrom });
  const [last] = await tx
    .select({ position: max(actionItems.position) })
    .from(actionItems)
    .where(
      'postmortemId' in place
        ? eq(actionItems.postmortemId, place.postmortemId)
        : eq(actionItems.meetingId, place.meetingId),
    );
  await tx.insert(actionItems).values({
    id,
    ...hangingFrom(place),
    audienceId: place.audienceId,
    position: (last?.position ?? 0) + 1,
    statement: draft.statement,
    kind: draft.kind,
    severity: draft.severity,
    ...ownerColumns(draft.owner),
    dueOn: draft.dueOn,
    ticket: draft.ticket,
    sprint: draft.sprint,
    state: done ? 'done' : as === 'opened' ? 'open' : 'imported',
    clockFrom,
    dueAt: due,
    dueOrder: due ?? FAR_FUTURE,
    createdAt: now,
    createdBy: byId,
  });
  await tx.insert(actionItemSteps).values({ id: newId(), actionItemId: id, step: as, at: now, byId });
  return id;
}

/** Saves what an item says. Refuses with the row as it is now when somebody saved since `version`. */
export async function changeActionItem(id: string, version: number, draft: Draft) {
  return db.write(async (tx) => {
    const [now] = await tx.select().from(actionItems).where(eq(actionItems.id, id));
    if (!now || now.version !== version) return { refused: 'stale' as const, now: now ?? null };
    const due = dueAt({ ...draft, clockFrom: now.clockFrom });
    const keepsWritten =
      draft.owner === null && now.ownerWritten !== null ? { ownerWritten: now.ownerWritten } : {};
    await tx
      .update(actionItems)
      .set({
        statement: draft.statement,
        kind: draft.kind,
        severity: draft.severity,
        ...ownerColumns(draft.owner),
        ...keepsWritten,
        dueOn: draft.dueOn,
        ticket: draft.ticket,
        sprint: draft.sprint,
        dueAt: due,
        dueOrder: due ?? FAR_FUTURE,
        version: version + 1,
      })
      .where(eq(actionItems.id, id));
    return { saved: version + 1, before: now };
  });
}
