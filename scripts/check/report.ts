/** Runs steps, some of them side by side, and says how each went: the output of a step only when it failed. */

/** What came of a step. A check that is no test counts as one. */
export type Outcome = {
  passed: number;
  failed: number;
  skipped: number;
  output: string;
  /** a word on what was skipped */
  why?: string;
};

export type Step = {
  name: string;
  run(): Promise<Outcome>;
  /** an earlier step that has to have ended before this begins, well or not */
  after?: string;
};

/**
 * Runs them all in their order, so many at once, prints the table and, alone on the last line, the sum. Answers whether
 * nothing failed.
 */
export async function report(steps: Step[], atOnce = 1): Promise<boolean> {
  const lines: string[] = [];
  const sum = { passed: 0, failed: 0, skipped: 0 };
  const width = Math.max(...steps.map(({ name }) => name.length));
  const ended = new Map(steps.map(({ name }) => [name, Promise.withResolvers<void>()]));

  async function take({ name, run, after }: Step, at: number): Promise<void> {
    if (after !== undefined) await ended.get(after)?.promise;
    const started = performance.now();
    const outcome = await run().catch((error: unknown) => broken(error));
    const line = describe(name.padEnd(width), outcome, (performance.now() - started) / 1000);
    if (outcome.failed > 0) console.log(`\n──── ${name} ────\n${outcome.output.trim()}\n`);
    console.log(line);
    lines[at] = line;
    for (const key of ['passed', 'failed', 'skipped'] as const) sum[key] += outcome[key];
    ended.get(name)!.resolve();
  }

  const waiting = steps.entries();
  const hand = async () => {
    for (const [at, step] of waiting) await take(step, at);
  };
  await Promise.all(Array.from({ length: atOnce }, hand));

  console.log(`\n${lines.join('\n')}\n`);
  console.log(inWords(sum));
  return sum.failed === 0;
}

const broken = (error: unknown): Outcome => ({
  passed: 0,
  failed: 1,
  skipped: 0,
  output: error instanceof Error ? (error.stack ?? error.message) : String(error),
});

function describe(name: string, outcome: Outcome, seconds: number): string {
  const sign = outcome.failed > 0 ? '✗' : outcome.passed > 0 ? '✓' : '–';
  const why = outcome.why ? `: ${outcome.why}` : '';
  return `${sign} ${name}  ${seconds.toFixed(1).padStart(6)} s  ${inWords(outcome)}${why}`;
}

const inWords = ({ passed, failed, skipped }: Omit<Outcome, 'output'>) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
