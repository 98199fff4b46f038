/** What others wait for from a person, whichever room it comes from. */
import type { Viewer } from '#app/accounts/viewer.ts';
import { awaitingVerification } from '#app/action-items/list.server.ts';
import { agreementsAskedOf, buddiesOf } from '#app/champions/asked-of.server.ts';
import { concernsPage } from '#app/concerns/list.server.ts';
import { paths } from '#app/paths.ts';

export type Asked = { to: string; words: string; since: number | null };

const MOST = 5;

/** A line for each thing asked, the oldest rooms of waiting first: time, concerns, newcomers, fixes to look at. */
export async function askedOf(viewer: Viewer): Promise<Asked[]> {
  const [agreements, concerns, newcomers, fixes] = await Promise.all([
    agreementsAskedOf(viewer),
    concernsPage(viewer, 'with-me', null),
    buddiesOf(viewer.id),
    awaitingVerification(viewer, MOST),
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
