import { progressWords, shareOf } from './goal.ts';

const RADIUS = 52;
const ROUND = 2 * Math.PI * RADIUS;

/** How far a squad has come toward its own goal, as a ring. What it shows stands in words beside it. */
export function GoalRing({ points, target }: { points: number; target: number }) {
  const share = shareOf(points, target);
  return (
    <svg
      viewBox="0 0 128 128"
      role="img"
      aria-label={progressWords(points, target)}
      className="size-32 shrink-0"
    >
      <circle cx="64" cy="64" r={RADIUS} fill="none" stroke="var(--line)" strokeWidth="12" />
      {share > 0 && (
        <circle
          cx="64"
          cy="64"
          r={RADIUS}
          fill="none"
          stroke={share === 1 ? 'var(--good)' : 'var(--accent)'}
          strokeWidth="12"
          strokeLinecap="round"
          strokeDasharray={`${share * ROUND} ${ROUND}`}
          transform="rotate(-90 64 64)"
        />
      )}
      <text x="64" y="62" textAnchor="middle" fontSize="30" fontWeight="600" fill="var(--ink)">
        {points}
      </text>
      <text x="64" y="84" textAnchor="middle" fontSize="14" fill="var(--ink-soft)">
        of {target}
      </text>
    </svg>
  );
}
