/** Who sees to an action item: a person, a squad, or (imported) whoever a document names. */
export type Owner = { personId: string } | { squadId: string } | { written: string } | null;

/** The columns an owner is kept in. */
export const ownerColumns = (owner: Owner) => ({
  ownerId: owner && 'personId' in owner ? owner.personId : null,
  ownerSquadId: owner && 'squadId' in owner ? owner.squadId : null,
  ownerWritten: owner && 'written' in owner ? owner.written : null,
});

/** Whether somebody who can be asked owns it: an imported name is not enough. */
export const isOwned = (item: { ownerId: string | null; ownerSquadId: string | null }): boolean =>
  item.ownerId !== null || item.ownerSquadId !== null;
