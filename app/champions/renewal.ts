const DAY = 86_400_000;
/** How long before the year is over the question is asked. */
const ASKED_AHEAD = 30 * DAY;

/**
 * When a champion's year is over: twelve months after they began, or last said that they stay; and from when on they
 * are asked. Somebody who is not active yet is never asked.
 */
export function renewalDueAt({
  activeAt,
  renewedAt,
}: {
  activeAt: number | null;
  renewedAt: number | null;
}): { dueAt: number; askFrom: number } {
  const since = renewedAt ?? activeAt;
  if (since === null) return { dueAt: Infinity, askFrom: Infinity };
  const due = new Date(since);
  due.setUTCFullYear(due.getUTCFullYear() + 1);
  return { dueAt: due.getTime(), askFrom: due.getTime() - ASKED_AHEAD };
}
