/** Who sees to an action item: a person, a squad, or (imported) whoever a document names. */
export type Owner = { personId: string } | { squadId: string } | { written: string } | null;

/** The columns an owner is kept in. */
export const ownerColumns = (owner: Owner) => ({
  ownerId: owner && 'personId' in owner ? owner.personId : null,
  ownerSquadId: owner && 'squadId' in owner ? owner.squadId : null,
  ownerWritten: owner && 'written' in owner ? owner.written : null,
});

/** The owner that the columns keep. */
export function ownerOf(item: { ownerId: string | null; ownerSquadId: string | null }): Owner {
  if (item.ownerId !== null) return { personId: item.ownerId };
  return item.ownerSquadId === null ? null : { squadId: item.ownerSquadId };
}

/** Whether somebody who can be asked owns it: an imported name is not enough. */
export const isOwned = (item: { ownerId: string | null; ownerSquadId: string | null }): boolean =>
  item.ownerId !== null || item.ownerSquadId !== null;
