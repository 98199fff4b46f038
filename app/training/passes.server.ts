import { factsOf } from '#app/facts/facts.server.ts';

/** When somebody last passed the questions of each module they ever passed. */
export async function passesOf(personId: string): Promise<Map<string, number>> {
  const passes = (await factsOf(personId)).filter((fact) => fact.kind === 'quiz-passed');
  return new Map(passes.map(({ details, at }) => [details.module, at]));
}
