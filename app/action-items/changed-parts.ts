import { type Owner, ownerColumns } from './owner.ts';

type Said = {
  statement: string;
  kind: string | null;
  severity: number | null;
  dueOn: string | null;
  ticket: string | null;
  sprint: string | null;
};
type Kept = Said & { ownerId: string | null; ownerSquadId: string | null };

const names: Record<keyof Said, string> = {
  statement: 'what changes',
  kind: 'kind',
  severity: 'severity',
  dueOn: 'due date',
  ticket: 'ticket',
  sprint: 'sprint',
};

/** Which parts of an item differ between what is kept and what somebody says now, in words. */
export function changedParts(before: Kept, after: Said & { owner: Owner }): string[] {
  const said = (Object.keys(names) as (keyof Said)[]).filter((part) => before[part] !== after[part]);
  const { ownerId, ownerSquadId } = ownerColumns(after.owner);
  const owner = ownerId !== before.ownerId || ownerSquadId !== before.ownerSquadId;
  return [...said.map((part) => names[part]), ...(owner ? ['owner'] : [])];
}
