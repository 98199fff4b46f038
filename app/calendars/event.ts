import type { Recurrence } from './recurrence.ts';
import type { WallTime } from './wall-time.ts';

/** Something with a time and a place, as calendar programs are told of it. */
export type CalendarEvent = {
  /** `meeting-<id>`, `booking-<id>`, `sitting-<id>`: the same for as long as it is the same thing */
  uid: string;
  /** of RFC 5545: raised when when or where changes */
  sequence: number;
  /** when it begins on the clocks of a zone (IANA) */
  wall: WallTime;
  timezone: string;
  /** the moment (epoch ms) as it was kept: asked where clocks show that time twice or never, or the zone is gone */
  startsAt?: number;
  minutes: number;
  title: string;
  place: string;
  /** where one joins from afar; letters say it, feeds do not */
  link: string | null;
  cancelled: boolean;
  /** epoch ms */
  changedAt: number;
};

/** Something that comes again and again, and how single ones of it really are. */
export type CalendarSeries = {
  /** `series-<id>` */
  uid: string;
  sequence: number;
  recurrence: Recurrence;
  timezone: string;
  minutes: number;
  title: string;
  place: string;
  /** epoch ms: when it, or one of those made, last became another */
  changedAt: number;
  /** epoch ms; what would begin after it does not */
  endedAt: number | null;
  /**
   * Every one that has been made. `occurrence` is when the rule has it, wherever it is now; null, or none of the rule's
   * (any more): an extra one, which stands for itself. A cancelled one is left out, and so is a time of the rule that is
   * past and was never made: the rule was another then.
   */
  made: { occurrence: WallTime | null; event: CalendarEvent }[];
};

/** How somebody answered an invitation, in the words of RFC 5545. */
export type PartStat = 'NEEDS-ACTION' | 'ACCEPTED' | 'TENTATIVE' | 'DECLINED';

const partStats = { yes: 'ACCEPTED', maybe: 'TENTATIVE', no: 'DECLINED' } as const;

/** An answer as it is kept, in those words. */
export const partStatOf = (answer: keyof typeof partStats | null): PartStat =>
  answer === null ? 'NEEDS-ACTION' : partStats[answer];

type Address = { name: string; address: string };

/** What a letter asks a calendar program to take in, or to take back. */
export type Invitation = {
  method: 'REQUEST' | 'CANCEL';
  event: CalendarEvent;
  organiser: Address;
  attendee: Address & { partstat: PartStat };
  /** epoch ms: of two with one SEQUENCE the later stands */
  now: number;
};
