import { day } from '#app/ui/time.ts';

type Placed = { title: string; startsAt: number; timezone: string };

/** "Security guild on 4 Mar 2026": a meeting as one speaks of it. */
export const meetingWords = ({ title, startsAt, timezone }: Placed): string =>
  `${title} on ${day(startsAt, timezone)}`;

/** Where an item stands: on which agenda, or among the proposals of which series. */
export const placeWords = (meeting: Placed | null, series: { name: string }): string =>
  meeting ? `on the agenda of ${meetingWords(meeting)}` : `among the proposals of ${series.name}`;
