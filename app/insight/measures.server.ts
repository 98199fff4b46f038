import type { Measure } from './measure.ts';
import { attendance } from './measures/attendance.server.ts';
import { beltsEarned } from './measures/belts-earned.server.ts';
import { beltsHeld } from './measures/belts-held.server.ts';
import { champions } from './measures/champions.server.ts';
import { coverage } from './measures/coverage.server.ts';
import { hours } from './measures/hours.server.ts';
import { incidentToLesson } from './measures/incident-to-lesson.server.ts';
import { openItems } from './measures/open-items.server.ts';
import { policies } from './measures/policies.server.ts';
import { timeToRemediate } from './measures/time-to-remediate.server.ts';
import { vacancy } from './measures/vacancy.server.ts';
import { verifiedInTime } from './measures/verified-in-time.server.ts';

/** Everything the program is measured by, in the order in which it is told. */
export const measures: readonly Measure[] = [
  coverage,
  policies,
  champions,
  vacancy,
  hours,
  beltsHeld,
  beltsEarned,
  attendance,
  verifiedInTime,
  openItems,
  timeToRemediate,
  incidentToLesson,
];
