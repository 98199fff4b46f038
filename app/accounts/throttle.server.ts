import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

import { limits, networkOf } from './throttle.ts';

/**
 * Counted in this process's memory: a restart forgets, and each of several processes counts for itself. That is
 * enough for what it is for, and nothing an attacker does makes the database write.
 */
const limiter = (name: keyof typeof limits) => new RateLimiterMemory({ keyPrefix: name, ...limits[name] });
const knownDevices = limiter('knownDevice');
const pairs = limiter('pair');
const addresses = limiter('address');
const accounts = limiter('account');
const ownPasswords = limiter('ownPassword');
const links = limiter('links');
const feeds = limiter('feeds');
const resetAddresses = limiter('resetAddress');
const resetNetworks = limiter('resetNetwork');
const checkIns = limiter('checkIn');

/** Counts a try. Answers how many seconds to wait, 0 for none. */
async function count(bucket: RateLimiterMemory, key: string): Promise<number> {
  try {
    await bucket.consume(key);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw refusal;
  }
}

const pairOf = (email: string, address: string) => `${networkOf(address)} ${email}`;

/** Counts a try from a browser not seen on this account before. It is counted first, so that many at once gain nothing. */
export async function countStranger(email: string, address: string): Promise<number> {
  return (
    (await count(addresses, networkOf(address))) ||
    (await count(pairs, pairOf(email, address))) ||
    (await count(accounts, email))
  );
}

/** Takes back what the tries of somebody who then signed in have counted. */
export async function forgiveStranger(email: string, address: string): Promise<void> {
  await Promise.all([
    pairs.delete(pairOf(email, address)),
    accounts.reward(email),
    addresses.reward(networkOf(address)),
  ]);
}

/** Counts a try from a browser that has signed in to this account before: it waits for nobody else's mistakes. */
export const countKnownDevice = (key: string) => count(knownDevices, key);

export const forgiveKnownDevice = (key: string) => knownDevices.delete(key);

/** Forgets what was counted against an account from everywhere: its password is new. */
export const forgiveAccount = (email: string) => accounts.delete(email);

/** Counts a try at the password somebody has, while they are signed in. */
export const countOwnPassword = (personId: string) => count(ownPasswords, personId);

export const forgiveOwnPassword = (personId: string) => ownPasswords.delete(personId);

/** Counts a request for a new password by mail, alike for addresses that are known and that are not. */
export const countResetRequest = async (email: string, address: string): Promise<number> =>
  (await count(resetNetworks, networkOf(address))) || (await count(resetAddresses, email));

/** Counts a try at a meeting's code. */
export const countCheckIn = (personId: string) => count(checkIns, personId);

/** Takes back what the try has counted: the code was right. */
export const forgiveCheckIn = (personId: string) => checkIns.delete(personId);

/** Counts a link that did not open. */
export const countDeadLink = (address: string) => count(links, networkOf(address));

/** How many seconds this network has to wait before it may try links again; 0 for none. */
export const waitForLinks = (address: string) => waitFor(links, 'links', address);

/** The same two for addresses of calendars, counted apart: programs ask for those by themselves. */
export const countDeadFeed = (address: string) => count(feeds, networkOf(address));
export const waitForFeeds = (address: string) => waitFor(feeds, 'feeds', address);

async function waitFor(bucket: RateLimiterMemory, name: 'links' | 'feeds', address: string): Promise<number> {
  const counted = await bucket.get(networkOf(address));
  if (!counted || counted.consumedPoints <= limits[name].points) return 0;
  return Math.max(1, Math.ceil(counted.msBeforeNext / 1000));
}
