/** A series and its meetings, straight into the database, for tests of what happens in them. */
import { instantOf } from '#app/calendars/wall-time.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { audiences } from '#db/schema/audiences.ts';
import { meetings, meetingSeries } from '#db/schema/meetings.ts';
import { now } from '#test/support/clock.ts';

type Person = { id: string };
type Series = typeof meetingSeries.$inferSelect;
type Meeting = typeof meetings.$inferSelect;

/** The guild, on the first Wednesday of every month at 17:00 in Berlin. */
export async function seriesOf(host: Person, others: Partial<Series> = {}): Promise<Series> {
  const audienceId = newId();
  const id = newId();
  return db.write(async (tx) => {
    await tx.insert(audiences).values({ id: audienceId, scope: 'everyone' });
    const [series] = await tx
      .insert(meetingSeries)
      .values({
        id,
        name: 'Security guild',
        about: '',
        template: '20-20-20',
        rule: 'FREQ=MONTHLY;BYDAY=1WE',
        firstDay: '2026-03-04',
        time: '17:00',
        timezone: 'Europe/Berlin',
        minutes: 60,
        place: 'Room Ada',
        link: null,
        hostId: host.id,
        inviteDays: 14,
        audienceId,
        madeAt: now,
        madeBy: host.id,
        version: 1,
        sequence: 0,
        ...others,
      })
      .returning();
    return series!;
  });
}

/** A meeting of a series, on a day (2026-03-04). */
export async function meetingOn(
  series: Series,
  day: string,
  others: Partial<Meeting> = {},
): Promise<Meeting> {
  const wall = `${day}T${series.time}`;
  return db.write(async (tx) => {
    const [meeting] = await tx
      .insert(meetings)
      .values({
        id: newId(),
        seriesId: series.id,
        occurrence: wall,
        title: series.name,
        template: series.template,
        wall,
        timezone: series.timezone,
        startsAt: instantOf(wall, series.timezone)!.at,
        minutes: series.minutes,
        place: series.place,
        link: series.link,
        hostId: series.hostId,
        state: 'planned',
        version: 1,
        sequence: 0,
        madeAt: now,
        ...others,
      })
      .returning();
    return meeting!;
  });
}
