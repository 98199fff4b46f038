/** Where a list of proposals ended: votes of its last, when that was proposed (epoch ms), and its id. */
export type PoolPlace = { votes: number; at: number; id: string };

export const writePoolPlace = ({ votes, at, id }: PoolPlace): string => `${votes}~${at}~${id}`;

/** Reads it from an address; null for none or nonsense (the list then begins anew). */
export function readPoolPlace(text: string | null): PoolPlace | null {
  const parts = /^(\d{1,9})~(\d{1,15})~([0-9a-z]{1,32})$/.exec(text ?? '');
  return parts ? { votes: Number(parts[1]), at: Number(parts[2]), id: parts[3]! } : null;
}
