/** Somebody approved what somebody else showed. */
export type Approval = { by: string; of: string; at: number };

/** How near to each other two approvals are, in ms, to be looked at by an organiser: a year. */
export const NEAR = 365 * 86_400_000;

/**
 * Pairs of people who approved each other's work within a year, each pair once with the moment at which it became one
 * last: the later of two such approvals. The order is by that moment, the newest first.
 */
export function lookedAtEachOther(approvals: readonly Approval[]): { pair: [string, string]; at: number }[] {
  const moments = new Map<string, number[]>();
  for (const { by, of, at } of approvals)
    moments.set(`${by} ${of}`, [...(moments.get(`${by} ${of}`) ?? []), at]);
  const found: { pair: [string, string]; at: number }[] = [];
  for (const [key, theirs] of moments) {
    const [by, of] = key.split(' ') as [string, string];
    if (by >= of) continue;
    const backs = moments.get(`${of} ${by}`) ?? [];
    const near = theirs.flatMap((at) =>
      backs.filter((back) => Math.abs(at - back) <= NEAR).map((back) => Math.max(at, back)),
    );
    if (near.length > 0) found.push({ pair: [by, of], at: near.reduce((a, b) => Math.max(a, b)) });
  }
  return found.sort((a, b) => b.at - a.at || (a.pair.join(' ') < b.pair.join(' ') ? -1 : 1));
}
