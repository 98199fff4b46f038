import { sweep } from '#app/accounts/sweep.server.ts';
import { log, stackOf } from '#app/http/log.server.ts';

type Work = { name: string; every: number; run(now: number): Promise<void> };

const DAY = 86_400_000;

/** The one table of recurring work. Each is done once at the start, and then again and again. */
const table: Work[] = [{ name: 'sweep', every: DAY, run: sweep }];

/**
 * Begins the recurring work. What fails is told in the log, and tried again at its next time. `stop` lets what is under
 * way finish before it resolves.
 */
export function keepSchedule(works: Work[] = table): { stop(): Promise<void> } {
  const underWay = new Map<Work, Promise<void>>();

  async function perform({ name, run }: Work) {
    try {
      await run(Date.now());
    } catch (error) {
      log('error', 'recurring-work-failed', { name, stack: stackOf(error) });
    }
  }
  const begin = (work: Work) => {
    // What takes longer than its interval is left to finish.
    if (!underWay.has(work))
      underWay.set(
        work,
        perform(work).finally(() => underWay.delete(work)),
      );
  };

  const timers = works.map((work) => {
    begin(work);
    return setInterval(begin, work.every, work).unref();
  });
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(underWay.values());
    },
  };
}
