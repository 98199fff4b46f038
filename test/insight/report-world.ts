/** A small organisation in Auckland whose months can be counted by hand, straight into the database. */
import { instantOf } from '#app/calendars/wall-time.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { organisations } from '#db/schema/accounts.ts';
import { actionItems, actionItemSteps } from '#db/schema/action-items.ts';
import { audiences } from '#db/schema/audiences.ts';
import { promotions } from '#db/schema/belts.ts';
import { hoursReports } from '#db/schema/champions.ts';
import { attendances, invitees } from '#db/schema/meetings.ts';
import { squads } from '#db/schema/squads.ts';
import { measures } from '#app/insight/measures.server.ts';
import { spanOf } from '#app/insight/span.ts';

type Person = { id: string };

export const ZONE = 'Pacific/Auckland';
/** A time on Auckland's clocks: "2026-02-01T00:00". */
export const inAuckland = (wall: string): number => instantOf(wall, ZONE)!.at;

export const found = () =>
  db.write((tx) =>
    tx.insert(organisations).values({ id: 1, name: 'Northwind', timezone: ZONE, foundedAt: 0 }),
  );

type Squad = typeof squads.$inferInsert;
/** A squad of five developers, unless said otherwise. */
export async function squadSince(
  name: string,
  createdAt: number,
  more: Partial<Squad> = {},
): Promise<Person> {
  const id = newId();
  await db.write((tx) => tx.insert(squads).values({ id, name, createdAt, developers: 5, ...more }));
  return { id };
}

type Item = {
  severity: 1 | 2 | 3 | 4 | 5 | null;
  clockFrom: number | null;
  dueAt?: number | null;
  verified?: number[];
  dropped?: number;
  scope?: 'everyone' | 'people';
};
/** An action item of Mara's, open unless it was verified (each time it was) or dropped. */
export async function item(
  mara: Person,
  { scope = 'everyone', verified = [], ...of }: Item,
): Promise<string> {
  const [id, audienceId] = [newId(), newId()];
  const state = of.dropped ? 'dropped' : verified.length > 0 ? 'verified' : 'open';
  const dueAt = of.dueAt ?? null;
  await db.write(async (tx) => {
    await tx.insert(audiences).values({ id: audienceId, scope });
    await tx.insert(actionItems).values({
      ...{ id, audienceId, position: 1, statement: 'Rotate the keys', severity: of.severity, state },
      ...{ clockFrom: of.clockFrom, dueAt, dueOrder: dueAt ?? 253_402_300_800_000 },
      ...{ createdAt: 0, createdBy: mara.id },
    });
    const step = (name: 'verified' | 'dropped', at: number) =>
      tx
        .insert(actionItemSteps)
        .values({ id: newId(), actionItemId: id, step: name, at, byId: mara.id, note: 'seen' });
    for (const at of verified) await step('verified', at);
    if (of.dropped) await step('dropped', of.dropped);
  });
  return id;
}

/** Who was invited to a meeting, who was there, and who came without an invitation. */
export async function attended(
  meeting: Person,
  { invited, there }: { invited: Person[]; there: Person[] },
): Promise<void> {
  await db.write(async (tx) => {
    for (const { id: personId } of invited)
      await tx.insert(invitees).values({ meetingId: meeting.id, personId, invitedAt: 1 });
    for (const { id: personId } of there)
      await tx
        .insert(attendances)
        .values({ id: newId(), meetingId: meeting.id, personId, present: 1, changedAt: 1 });
  });
}

export const reported = (enrolmentId: string, month: string, hours: number, reportedAt: number) =>
  db.write((tx) =>
    tx.insert(hoursReports).values({ id: newId(), enrolmentId, month, quarters: hours * 4, reportedAt }),
  );

export const earned = (people: Person[], belt: string, earnedAt: number) =>
  db.write((tx) =>
    tx
      .insert(promotions)
      .values(people.map(({ id }) => ({ id: newId(), personId: id, belt, earnedAt, madeAt: earnedAt }))),
  );

/** What a measure says of a month, by line: its value, "n of N", or "few". */
export async function counted(measure: string, month: string, now: number) {
  const cells = await measures.find(({ key }) => key === measure)!.count(spanOf(month, ZONE), now);
  return Object.fromEntries(
    cells.map(({ key, value, n, of, few }) => [
      key,
      few
        ? 'few'
        : n === null
          ? value
          : `${value === null ? '-' : Math.round(value * 1000) / 1000} (${n} of ${of})`,
    ]),
  );
}
