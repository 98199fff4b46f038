/** What evidence is for, as content/belts.json says now; it may ask for it no longer. */
import type { Kind } from './evidence.ts';
import { beltOf, type Requirement, requirementOf } from './rules.ts';
import { beltRules } from './rules.server.ts';

/** A requirement and its belt, in words to show; null where nothing asks for it any more. */
export function askedFor(
  id: string,
): { requirement: Requirement; belt: { key: string; name: string } } | null {
  const rules = beltRules();
  const requirement = requirementOf(rules, id);
  const belt = beltOf(rules, id);
  return requirement && belt && { requirement, belt: { key: belt.key, name: belt.name } };
}

/** A requirement in a few words; by its id where nothing asks for it any more. */
export const requirementWords = (id: string): string => askedFor(id)?.requirement.words ?? id;

/** How many have to approve evidence, and how many have to confirm it first: nobody was there of what is from outside. */
export function needed({ requirement: id, kind }: { requirement: string; kind: Kind }): {
  assessors: number;
  attestations: number;
} {
  const requirement = askedFor(id)?.requirement;
  const attestations =
    kind === 'evidence' && requirement?.kind === 'evidence' ? (requirement.attestations ?? 0) : 0;
  return { assessors: beltRules().assessors, attestations };
}
