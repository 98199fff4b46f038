/** What rules of recognition may be told of facts, and what of a fact they can speak of. */
import type { Fact, FactKind } from '#app/facts/fact.ts';

export type Each = 'requirement' | 'module' | 'person' | 'award';

/** Facts that no rule may go by, and why. */
export const neverGoneBy: ReadonlyMap<string, string> = new Map([
  ['thanked', 'thanks are between two people, and worth nothing the moment they are worth something'],
  ['lesson-read', 'reading is not what is recognised, and who counts it gets pages turned'],
  ['attended', 'being there is not what is recognised, and who counts it gets rooms filled'],
  ['requirement-waived', 'leave to go without something is nothing that anybody did'],
]);

const gone: Record<Exclude<FactKind, 'thanked' | 'lesson-read' | 'attended' | 'requirement-waived'>, true> = {
  'quiz-passed': true,
  'evidence-approved': true,
  'session-led': true,
  mentored: true,
  presented: true,
  'fix-verified': true,
  'near-miss-reported': true,
  awarded: true,
  'design-find': true,
};
/** Facts that a rule may go by. */
export const kindsGoneBy: ReadonlySet<string> = new Set(Object.keys(gone));

/** Those that rest on the word of colleagues; of who was mentored, it is theirs: they chose their buddy, and nobody else did. */
export const vouchedKinds: ReadonlySet<FactKind> = new Set([
  'session-led',
  'fix-verified',
  'design-find',
  'mentored',
]);

/** What a cap can be told apart by. */
export const eachOf: Partial<Record<FactKind, Each[]>> = {
  'quiz-passed': ['module'],
  'evidence-approved': ['requirement'],
  mentored: ['person'],
  awarded: ['award'],
};

/** What "where" can speak of. */
export const whereOf: Partial<Record<FactKind, string[]>> = {
  'quiz-passed': ['module', 'belt'],
  'evidence-approved': ['requirement', 'belt'],
  mentored: ['belt'],
  awarded: ['award'],
};

/** What a fact says of these, as text; a belt is the first part of a module's key and of a requirement's. */
export function saidBy(fact: Fact, of: string): string | null {
  const details = fact.details as Record<string, unknown>;
  const named = of === 'person' ? details.personId : details[of];
  if (typeof named === 'string') return named;
  const whole = of === 'belt' ? (details.module ?? details.requirement) : null;
  return typeof whole === 'string' ? whole.split('/')[0]! : null;
}

/** On whose word a fact rests; null where nobody's is needed: it is from before words were kept. */
export function vouchersOf(fact: Fact): string[] | null {
  if (fact.kind === 'mentored') return [fact.details.personId];
  const { vouchers } = fact.details as { vouchers?: string[] };
  return vouchers ?? null;
}
