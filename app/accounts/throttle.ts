type Limit = { points: number; duration: number };

/**
 * How many wrong tries are let through, in how many seconds.
 * OWASP Authentication Cheat Sheet: count per account, not per address alone, and lock nobody out.
 * OWASP "Slow Down Online Guessing Attacks with Device Cookies": a browser that signed in before is counted apart.
 * NIST SP 800-63B-4, 3.2.2: no more than 100 tries in a row on one account.
 */
export const limits = {
  /** one browser that has signed in to this account before */
  knownDevice: { points: 10, duration: 15 * 60 },
  /** one network on one account */
  pair: { points: 10, duration: 15 * 60 },
  /** one network on all accounts; offices share an address */
  address: { points: 100, duration: 15 * 60 },
  /** one account from all networks. NIST's number; one network alone reaches 40 an hour and cannot fill it */
  account: { points: 100, duration: 60 * 60 },
  /** one person on the password they have, to change it: somebody else may sit at their desk */
  ownPassword: { points: 10, duration: 15 * 60 },
  /** one network on links that do not open: 256 bits cannot be guessed, so this only keeps the noise down */
  links: { points: 60, duration: 15 * 60 },
  /** the same for addresses of calendars. One that was taken back is asked for by programs all day, and not counted */
  feeds: { points: 60, duration: 15 * 60 },
  /** one address asked to be sent a new password, known or not: a mailbox is not to be flooded */
  resetAddress: { points: 3, duration: 60 * 60 },
  /** one network asking for that, for whomever */
  resetNetwork: { points: 30, duration: 60 * 60 },
  /** one person on the codes that are shown in meetings: each is one of 22^6, and lives a quarter of an hour */
  checkIn: { points: 10, duration: 15 * 60 },
} as const satisfies Record<string, Limit>;

/** The network an address belongs to. A household or a host has a whole /64 of IPv6, so that counts as one. */
export function networkOf(address: string): string {
  const plain = address.split('%')[0]!.toLowerCase();
  const mapped = /^(?:0*:)*(?:0{0,4}:)?:?ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain);
  if (mapped) return mapped[1]!;
  if (!plain.includes(':')) return plain;
  const [head, tail] = plain.split('::') as [string, string | undefined];
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(missing).fill('0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

/** A wait in words: "40 seconds", "12 minutes". */
export function waitInWords(seconds: number): string {
  if (seconds <= 90) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
