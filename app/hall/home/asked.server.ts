/** What others wait for from a person, whichever room it comes from. */
import { may } from '#app/accounts/permissions.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { awaitingVerification } from '#app/action-items/list.server.ts';
import { agreementsAskedOf, buddiesOf } from '#app/champions/asked-of.server.ts';
import { concernsPage } from '#app/concerns/list.server.ts';
import { seriesWithoutZone } from '#app/meetings/series.server.ts';
import { paths } from '#app/paths.ts';

import { guildAskedOf, type Held } from './guild.server.ts';
import { learningAskedOf } from './learning.server.ts';
import { recognitionAskedOf } from './recognition.server.ts';

export type Asked = { to: string; words: string; since: number | null };

const MOST = 5;

/** A line for each thing asked, the oldest rooms of waiting first: time, concerns, the guild, learning, awards, newcomers, fixes to look at. */
export async function askedOf(viewer: Viewer, held: Held, now: number, zone: string): Promise<Asked[]> {
  const [agreements, concerns, guild, learning, recognition, newcomers, fixes, zoneless] = await Promise.all([
    agreementsAskedOf(viewer),
    concernsPage(viewer, 'with-me', null),
    guildAskedOf(viewer, held, now, zone),
    learningAskedOf(viewer, now, zone),
    recognitionAskedOf(viewer, now),
    buddiesOf(viewer.id),
    awaitingVerification(viewer, MOST),
    may(viewer, 'arrange-meetings') ? seriesWithoutZone() : [],
  ]);
  return [
    ...agreements.map(({ id, person, squad, appliedAt }) => ({
      to: paths.enrolment(id),
      words: `${person} would like to be the champion of ${squad}, and asks you for time`,
      since: appliedAt,
    })),
    ...concerns.concerns
      .filter(({ state }) => state === 'open')
      .slice(0, MOST)
      .map(({ id, title, squad, levelSince }) => ({
        to: paths.concern(id),
        words: squad ? `${title} · a concern in ${squad}` : `${title} · a concern`,
        since: levelSince,
      })),
    ...guild,
    ...learning,
    ...recognition,
    ...zoneless.map(({ id, name, timezone }) => ({
      to: paths.meetingSeries(id),
      words: `${name} has no new meetings: its time zone, ${timezone}, is known no longer`,
      since: null,
    })),
    ...newcomers.map(({ id, person, squad }) => ({
      to: paths.enrolment(id),
      words: `You are ${person}’s buddy, who begins as champion of ${squad}`,
      since: null,
    })),
    ...fixes.map(({ id, statement }) => ({
      to: paths.actionItem(id),
      words: `${statement} · done, and waits for somebody to look`,
      since: null,
    })),
  ];
}
