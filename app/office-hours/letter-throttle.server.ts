import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Letters of one person, and further words behind one link, in an hour. In memory alone, and forgotten after it. */
const limiter = new RateLimiterMemory({ points: 20, duration: 3600 });

/** Counts a letter. Answers how many seconds to wait, 0 for none. */
export async function countLetter(key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw refusal;
  }
}
