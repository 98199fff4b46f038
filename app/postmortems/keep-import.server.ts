import type { Owner } from '#app/action-items/owner.ts';
import { resolveOwner } from '#app/action-items/owner.server.ts';

import { bringIn, type Brought } from './drafting.server.ts';
import { templateNamed } from './template.server.ts';

/** Keeps an imported document; owners it names become the people or squads here where that is beyond doubt. */
export async function keepImport(
  brought: Omit<Brought, 'ownerOf' | 'template'>,
  by: { byId: string; now: number },
): Promise<string> {
  const owners = new Map<string, Owner>();
  for (const { owner } of brought.document.actions) {
    if (owner === null || owners.has(owner)) continue;
    const resolved = await resolveOwner(owner);
    owners.set(owner, 'owner' in resolved ? resolved.owner : { written: owner });
  }
  const template = templateNamed(brought.document.kind === 'near-miss' ? 'near-miss' : 'postmortem');
  if (!template) throw new Error('content/postmortems lacks the templates "postmortem" and "near-miss".');
  return bringIn(
    { ...brought, template, ownerOf: ({ owner }) => (owner === null ? null : (owners.get(owner) ?? null)) },
    by,
  );
}
