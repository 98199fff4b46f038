const DAY = 86_400_000;

/** The moment so many working days (Monday to Friday, in UTC) before another. */
export function workingDaysBefore(now: number, days: number): number {
  let at = now;
  for (let left = days; left > 0;) {
    at -= DAY;
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return at;
}
