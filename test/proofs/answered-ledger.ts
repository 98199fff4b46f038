/** What was acknowledged of attempts, held against what lies in the database. */
import type { Bare } from '#test/db/bare-database.ts';

/** Of one attempt: by position the place that was answered as kept, and the one whose answer was on its way. */
export type Kept = {
  answers: Map<number, { kept: number | null; onItsWay: number | null }>;
  finished: boolean;
};
export type Answered = Map<string, Kept>;

export const emptyKept = (): Kept => ({ answers: new Map(), finished: false });

export const acknowledgedIn = (ledger: Answered): number =>
  [...ledger.values()].reduce(
    (sum, { answers }) => sum + [...answers.values()].filter(({ kept }) => kept !== null).length,
    0,
  );

type Attempt = { id: string; drawn: unknown; given: unknown; finished: unknown };
type Answer = { attempt: string; position: number; chosen: unknown };

/** A column of JSON, which one engine gives as text. */
const read = <T>(value: unknown): T => (typeof value === 'string' ? JSON.parse(value) : value) as T;

/** What was acknowledged and is not there, in words. An answer that was on its way may have come or not. */
export async function lostFrom(ledger: Answered, database: Bare): Promise<string[]> {
  const attempts = await database.ask<Attempt>(
    'select id, drawn, given, finished_at as finished from quiz_attempts',
  );
  const answers = await database.ask<Answer>(
    'select attempt_id as attempt, position, chosen from quiz_answers',
  );
  const open = new Map(answers.map((row) => [`${row.attempt} ${row.position}`, read<number[]>(row.chosen)]));
  const rows = new Map(attempts.map((row) => [row.id, row]));
  return [...ledger].flatMap(([id, { answers: said, finished }]) => {
    const row = rows.get(id);
    if (!row) return [`attempt ${id}`];
    const isFinished = row.finished !== null;
    const drawn = read<{ options: number[] }[]>(row.drawn);
    const given = read<(number[] | null)[] | null>(row.given);
    const lost = finished && !isFinished ? [`the end of ${id}`] : [];
    for (const [position, { kept, onItsWay }] of said) {
      if (kept === null) continue;
      const held = isFinished ? given?.[position] : open.get(`${id} ${position}`);
      const fits = [kept, onItsWay].some(
        (place) => place !== null && held?.join() === String(drawn[position]!.options[place]),
      );
      if (!fits) lost.push(`answer ${position + 1} of ${id}`);
    }
    return lost;
  });
}
