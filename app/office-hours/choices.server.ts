import { zoneHere } from '#app/accounts/organisation.server.ts';

import { type Choice, writeChoice } from './choice.ts';
import { freeAt, type FreeSlot, nearestFree } from './free.server.ts';
import { whenInWords } from './when.ts';

export type Offered = { value: string; words: string; detail: string };

const WISH: Offered = {
  value: writeChoice('wish'),
  words: 'Tell me when something frees up',
  detail: 'Those who wish first are asked first. What you write is kept for it.',
};

/**
 * What somebody can choose from on a booking's page: of the time they came for, the hosts who are free; where it is gone,
 * or they came for none, the nearest times; and always to be told later. The first is the one to begin with.
 */
export async function choicesFor(viewer: { id: string }, wanted: Choice | null, now: number) {
  const zone = await zoneHere();
  const chosen = wanted !== null && wanted !== 'wish' ? wanted : null;
  const here = chosen ? await freeAt(viewer, chosen.at, now) : [];
  if (here.length > 0) return { isGone: false, choices: [...atOneTime(here, zone), WISH] };
  const nearest = await nearestFree(viewer, chosen?.at ?? now, now);
  const others = nearest.map((slot) => offered(slot, whenInWords(slot.startsAt, zone)));
  return { isGone: chosen !== null, choices: wanted === 'wish' ? [WISH, ...others] : [...others, WISH] };
}

function atOneTime(free: FreeSlot[], zone: string): Offered[] {
  const when = whenInWords(free[0]!.startsAt, zone);
  const each = free.map((slot) => ({
    ...offered(slot, `${when} with ${slot.host}`),
    value: writeChoice({ at: slot.startsAt, sittingId: slot.sittingId }),
    detail: `${slot.minutes} minutes · ${slot.place}`,
  }));
  if (free.length === 1) return each;
  const anybody = {
    value: writeChoice({ at: free[0]!.startsAt, sittingId: null }),
    words: `${when} with whoever is free`,
    detail: 'The host whose turn it is sees you.',
  };
  return [anybody, ...each];
}

const offered = (slot: FreeSlot, words: string): Offered => ({
  value: writeChoice({ at: slot.startsAt, sittingId: null }),
  words,
  detail: `${slot.minutes} minutes with ${slot.host} · ${slot.place}`,
});
