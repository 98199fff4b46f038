/** The year that content/demo tells of ends on this Wednesday, at noon UTC. */
const end = Date.UTC(2026, 2, 4, 12);
const week = 7 * 86_400_000;

/**
 * A text of content/demo with every day in it (2026-02-17) moved, so that its year ends in the week before `now`.
 * By whole weeks: a Tuesday stays a Tuesday, and nobody has worked through a Sunday.
 */
export function moved(text: string, now: number): string {
  const by = Math.floor((now - end) / week) * week;
  return text.replace(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g, (day) =>
    new Date(Date.parse(`${day}T00:00:00Z`) + by).toISOString().slice(0, 10),
  );
}
