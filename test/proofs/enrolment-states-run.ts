/** Run by enrolment-states.proof.ts with a database of its own: prints what was seen, as JSON. */
import fc from 'fast-check';

import { db } from '#db/database.server.ts';

await db.migrate();
// What reads the database is loaded once there is one.
const { attempt, live } = await import('#test/champions/enrolment-world.ts');

const RUNS = 1500;
const total = { runs: 0, attempts: 0, enrolments: 0, states: new Set<string>(), faults: [] as string[] };
await fc.assert(
  fc.asyncProperty(fc.array(attempt, { minLength: 20, maxLength: 60 }), async (attempts) => {
    const seen = await live(attempts);
    total.runs += 1;
    total.attempts += seen.attempts;
    total.enrolments += seen.enrolments;
    total.faults.push(...seen.faults);
    for (const state of seen.states) total.states.add(state);
  }),
  { numRuns: RUNS, endOnFailure: true },
);
await db.close();
process.stdout.write(`${JSON.stringify({ ...total, states: [...total.states] })}\n`);
