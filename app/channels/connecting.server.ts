/** How a post leaves: to an address that was checked and nowhere else, in ten seconds or not at all. */
import { lookup as lookUp } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';

import {
  addressRefusalWords,
  type AllowedHost,
  isPublic,
  readAddress,
  type AddressRefusal,
} from './address.ts';
import { readAnswer, readFault, type Verdict } from './verdict.ts';

/** From looking its name up to the first line of its answer, in milliseconds. */
const PATIENCE = 10_000;
/** An answer is read so far and thrown away, in bytes. */
const MOST_READ = 4096;

export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>;
const resolveHere: Resolve = (host) => lookUp(host, { all: true });

class NotPublic extends Error {
  code = 'NOT_PUBLIC';
}

/** What stands in the way of a webhook at this address, as far as can be said now; null: nothing. */
export async function refusalOf(
  address: string,
  allowed: readonly AllowedHost[],
  resolve: Resolve = resolveHere,
): Promise<AddressRefusal | null> {
  const read = readAddress(address, allowed);
  if ('refused' in read) return read.refused;
  if (read.isAllowed) return null;
  try {
    await checked(resolve, bare(read.url));
    return null;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'NOT_PUBLIC') return 'not-public';
    // A name server that is away now says nothing about the address: it is looked up again at every post.
    return code === 'ENOTFOUND' ? 'unknown-host' : null;
  }
}

const bare = ({ hostname }: URL) => hostname.replace(/^\[|\]$/g, '');

/** Every address a name leads to; throws unless each of them is public. */
async function checked(resolve: Resolve, host: string) {
  const found = await resolve(host);
  if (found.length === 0 || !found.every(({ address }) => isPublic(address))) throw new NotPublic();
  return found;
}

/** Gives the connection the addresses that were checked, so that there is no second look at the name. */
const checkedLookup = (resolve: Resolve): LookupFunction => {
  return (host, { all }, done) => {
    checked(resolve, host).then(
      (found) => (all ? done(null, found) : done(null, found[0]!.address, found[0]!.family)),
      (error: NodeJS.ErrnoException) => done(error, ''),
    );
  };
};

type Post = { address: string; headers: Record<string, string>; body: string };
type With = { allowed: readonly AllowedHost[]; resolve?: Resolve | undefined; patience?: number | undefined };

/** Posts, and says what became of it. Follows no redirect. Throws nothing. */
export async function send(
  { address, headers, body }: Post,
  { allowed, resolve = resolveHere, patience = PATIENCE }: With,
): Promise<Verdict> {
  const read = readAddress(address, allowed);
  if ('refused' in read) return { arrived: false, words: addressRefusalWords[read.refused], forGood: true };
  const { url, isAllowed } = read;
  try {
    const { status, retryAfter } = await new Promise<{ status: number; retryAfter: string | undefined }>(
      (answered, failed) => {
        const request = (url.protocol === 'https:' ? https : http).request(url, {
          method: 'POST',
          headers: {
            'Content-Type': 'application/json',
            'Content-Length': Buffer.byteLength(body),
            'User-Agent': 'Guildhall',
            ...headers,
          },
          // A connection of its own: one that is kept open was checked for somebody else.
          agent: false,
          signal: AbortSignal.timeout(patience),
          ...(isAllowed ? {} : { lookup: checkedLookup(resolve) }),
        });
        request.on('error', failed);
        request.on('response', (response) => {
          // Its first line counts, however the rest of it goes.
          answered({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] });
          let read = 0;
          response.on('data', (piece: Buffer) => {
            read += piece.length;
            if (read > MOST_READ) request.destroy();
          });
          response.on('error', () => {});
        });
        request.end(body);
      },
    );
    return readAnswer(status, retryAfter, Date.now());
  } catch (error) {
    return readFault(error);
  }
}
