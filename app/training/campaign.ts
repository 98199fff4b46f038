/** What is true of a campaign: where it stands, and who is through. */

export type Window = { opensAt: number; closesAt: number };
export type CampaignState = 'planned' | 'open' | 'closed' | 'cancelled';

export const campaignStateWords: Record<CampaignState, string> = {
  planned: 'Planned',
  open: 'Open',
  closed: 'Over',
  cancelled: 'Called off',
};

/** Where a campaign stands. Its last moment is the one before `closesAt`. */
export function stateOf(
  { opensAt, closesAt, cancelledAt }: Window & { cancelledAt: number | null },
  now: number,
): CampaignState {
  if (cancelledAt !== null) return 'cancelled';
  if (now < opensAt) return 'planned';
  return now < closesAt ? 'open' : 'closed';
}

/** A pass of a module's questions, as its fact tells it. */
export type Pass = { module: string; version: string; right: number; asked: number; at: number };

/** The first pass of each module among those that count: since `countsFrom`, and before the campaign closes. */
export function countingPasses(
  passes: readonly Pass[],
  { countsFrom, closesAt }: { countsFrom: number; closesAt: number },
): Map<string, Pass> {
  const first = new Map<string, Pass>();
  for (const pass of passes) {
    if (pass.at < countsFrom || pass.at >= closesAt) continue;
    const before = first.get(pass.module);
    if (!before || pass.at < before.at) first.set(pass.module, pass);
  }
  return first;
}

/** When the last of these modules was passed; null while one is left, and where there is nothing to pass. */
export function throughAt(modules: readonly string[], counting: ReadonlyMap<string, Pass>): number | null {
  const at = modules.map((module) => counting.get(module)?.at ?? null);
  return at.length === 0 || at.includes(null) ? null : Math.max(...(at as number[]));
}

/**
 * The modules that can be done: those asked for that are (still) in the curriculum. One that was taken out holds nobody
 * up, and with none left nobody is through.
 */
export const doable = (modules: readonly string[], there: ReadonlySet<string>): string[] =>
  modules.filter((module) => there.has(module));

/** The band a score lies in, such as "80-89" or "100"; null: it is below the first, and never listed as passed. */
export function scoreBand(
  { right, asked }: Pick<Pass, 'right' | 'asked'>,
  bands: readonly number[],
): string | null {
  if (asked <= 0) return null;
  const percent = (100 * right) / asked;
  const at = bands.findLastIndex((from) => percent >= from);
  if (at < 0) return null;
  const [from, next] = [bands[at]!, bands[at + 1] ?? 101];
  return from === next - 1 ? String(from) : `${from}-${next - 1}`;
}
