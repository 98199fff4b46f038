import type { Viewer } from '#app/accounts/viewer.ts';
import { zoneHere } from '#app/accounts/organisation.server.ts';
import { factsOf } from '#app/facts/facts.server.ts';

import { postOf } from './posting.server.ts';
import { helpersOf, visiblePromotion } from './promotions.server.ts';
import { beltRules } from './rules.server.ts';
import { standing } from './standing.ts';

/** A promotion as its page shows it: what it took, who helped, what comes next; null when it isn't the viewer's to see. */
export async function promotionPage(viewer: Viewer, id: string, now: number) {
  const found = await visiblePromotion(viewer, id);
  if (!found) return null;
  const { promotion, person, part } = found;
  const zone = await zoneHere();
  const rules = beltRules();
  const at = rules.belts.findIndex(({ key }) => key === promotion.belt);
  const belt = rules.belts[at] ?? null;
  const facts = await factsOf(promotion.personId);
  // As it stood when it was earned: what came later is told elsewhere.
  const then = standing(facts, rules, { now: promotion.earnedAt, zone }).belts[at];
  const after = standing(facts, rules, { now, zone }).belts.slice(at + 1)[0];
  const next = belt === null ? undefined : rules.belts[at + 1];
  return {
    id,
    person: { id: person.id, name: person.name },
    isOwn: part === 'person',
    zone,
    earnedAt: promotion.earnedAt,
    belt: { key: promotion.belt, name: belt?.name ?? promotion.belt, about: belt?.about ?? '' },
    took: (then?.requirements ?? []).map(({ requirement, from }) => ({
      id: requirement.id,
      words: requirement.words,
      at: from,
    })),
    helpers: await helpersOf(promotion, belt?.requirements ?? []),
    next: next
      ? {
          name: next.name,
          about: next.about,
          requirements: next.requirements.map(({ id: key, words }) => ({
            id: key,
            words,
            isMet: ['met', 'due', 'grace'].includes(
              after?.requirements.find((one) => one.requirement.id === key)?.state ?? 'missing',
            ),
          })),
        }
      : null,
    post: part === 'person' ? await postOf(promotion, now) : null,
  };
}
