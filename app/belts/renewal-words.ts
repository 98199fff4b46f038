import { day } from '#app/ui/time.ts';

import { beltNamed, type Rules } from './rules.ts';
import type { BeltState } from './belt-state.ts';

type Kept = { belt: string; state: BeltState; until: number | null; rules: string };
const order: BeltState[] = ['not-yet', 'held', 'due', 'grace', 'lapsed'];

/**
 * What to tell somebody whose belts have become due, or lapsed: once each time, and in one sentence for all of them.
 * Null where nothing of that has happened, and where the rules have changed: what they bring is not of anybody's doing.
 */
export function renewalWords(
  before: readonly Kept[],
  now: readonly Kept[],
  { rules, zone }: { rules: Rules; zone: string },
): string | null {
  const later = now.filter(({ belt, state, rules: by }) => {
    const was = before.find((row) => row.belt === belt);
    return was?.rules === by && order.indexOf(state) > order.indexOf(was.state) && state !== 'held';
  });
  const state = (['lapsed', 'grace', 'due'] as const).find((one) => later.some((row) => row.state === one));
  const rows = later.filter((row) => row.state === state);
  if (!state || rows.length === 0) return null;
  const names = rows.map(({ belt }) => beltNamed(rules, belt)?.name ?? belt);
  const ends = Math.min(...rows.map(({ until }) => until ?? Infinity));
  return words[state](
    new Intl.ListFormat('en-GB').format(names),
    Number.isFinite(ends) ? day(ends, zone) : 'soon',
    rules.graceDays,
  );
}

const words = {
  due: (belts: string, ends: string) =>
    `Time to renew by ${ends}: ${belts}. Your belts show what is open; what you do now counts for the year to come.`,
  grace: (belts: string, ends: string, days: number) =>
    `${belts}: the year ended on ${ends}. You have ${days} more days to renew without a gap.`,
  lapsed: (belts: string) =>
    `${belts}: resting for now. What you earned stays in your history, and you can renew whenever it suits you.`,
};
