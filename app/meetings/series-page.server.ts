import { zoneHere } from '#app/accounts/organisation.server.ts';
import { may } from '#app/accounts/permissions.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { ruleInWords } from '#app/calendars/recurrence.ts';
import { isZone } from '#app/calendars/wall-time.ts';
import { whenInWords } from '#app/calendars/when.ts';
import { db } from '#db/database.server.ts';

import { guildOf } from './guild.server.ts';
import type { Meeting } from './keeping.server.ts';
import type { Series } from './making.server.ts';
import { clockNote } from './series.ts';
import { agendasFor } from './series-scope.server.ts';
import { meetingsAhead, wishOf } from './series.server.ts';

const SHOWN = 12;

/** A series as its page shows it: its rhythm, its next dates and what is out of the ordinary about them. */
export async function seriesPage(viewer: Viewer, series: Series, host: string | null, now: number) {
  const [ahead, guild, wish, zone] = await Promise.all([
    meetingsAhead(series.id, now),
    guildOf(db.read, series.id),
    wishOf(viewer.id, series.id),
    zoneHere(),
  ]);
  const { id, name, about, rule, time, timezone, minutes, place, link, inviteDays, endedAt } = series;
  return {
    ...{ id, name, about, time, timezone, minutes, place, link, inviteDays, host },
    isOver: endedAt !== null,
    isZoneKnown: isZone(timezone),
    isElsewhere: timezone !== zone,
    rhythm: ruleInWords(rule),
    agenda: agendasFor(series.template).find(({ slug }) => slug === series.template)?.name ?? '',
    guild: guild.length,
    isInGuild: guild.includes(viewer.id),
    wish,
    arranges: may(viewer, 'arrange-meetings'),
    dates: ahead.slice(0, SHOWN).map(dateOf),
  };
}

/** One meeting in the list of dates; it is told in its own zone. */
function dateOf({ id, startsAt, minutes, timezone, wall, occurrence, state, place }: Meeting) {
  return {
    ...{
      id,
      state,
      place,
      isMoved: occurrence !== null && occurrence !== wall,
      isExtra: occurrence === null,
    },
    when: whenInWords(startsAt, minutes, timezone),
    note: state === 'planned' ? clockNote(wall, timezone) : null,
  };
}
