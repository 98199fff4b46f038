import { coverageOfSquad } from '#app/champions/coverage.server.ts';
import { championsOf } from '#app/champions/champions.server.ts';
import { squadsOf } from '#app/squads/squads.server.ts';

/** A person's squads, with who is their champion and how they are covered. */
export async function squadsAtHome(personId: string, now: number) {
  const squads = await squadsOf(personId);
  return Promise.all(
    squads.map(async ({ id, name }) => {
      const [champions, covered] = await Promise.all([championsOf(id), coverageOfSquad(id, now)]);
      return {
        id,
        name,
        champions: champions.map((one) => one.name),
        vacantDays: covered?.state === 'without' ? (covered.vacancy?.days ?? 0) : null,
      };
    }),
  );
}
