import { Burst } from '#app/ui/burst.tsx';

const around = (many: number, far: number, turn = 0) =>
  Array.from({ length: many }, (_, nth) => {
    const angle = ((nth + turn) / many) * 2 * Math.PI;
    return [(12 + far * Math.cos(angle)).toFixed(1), (12 + far * Math.sin(angle)).toFixed(1)] as const;
  });

/** What stands on the medal, 24 by 24, by the name content/recognition/awards.json calls it; a star for all others. */
const signs: Record<string, string[]> = {
  magnifier: ['M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14Z', 'M15.2 15.2L21.5 21.5', 'M7 9.5a3.2 3.2 0 0 1 3-3'],
  lantern: [
    'M8 8h8l2 11H6Z',
    'M9 8a3 3.4 0 0 1 6 0',
    'M5 21.5h14',
    'M12 11c2 2.4 2 4.6 0 5.4c-2-.8-2-3 0-5.4Z',
  ],
  hands: [
    'M8 3.5a3 3 0 1 0 0 6a3 3 0 1 0 0-6Z',
    'M2.5 20c0-9 11-9 11 0',
    'M17.4 8.5a2.4 2.4 0 1 0 0 4.8a2.4 2.4 0 1 0 0-4.8Z',
    'M14.6 20c.3-5.6 7-5.6 7 0',
  ],
  circle: [
    'M12 9.4a2.6 2.6 0 1 0 0 5.2a2.6 2.6 0 1 0 0-5.2Z',
    ...around(7, 8.6, 0.25).map(([x, y]) => `M${x} ${y}m-1.7 0a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0 -3.4 0Z`),
  ],
  gear: [
    'M12 6a6 6 0 1 0 0 12a6 6 0 1 0 0-12Z',
    'M12 9.6a2.4 2.4 0 1 0 0 4.8a2.4 2.4 0 1 0 0-4.8Z',
    ...around(8, 6).map(([x, y], nth) => `M${x} ${y}L${around(8, 9.4)[nth]!.join(' ')}`),
  ],
  shield: ['M12 2l8 2.8v6.4c0 5.6-3.6 8.8-8 10.8c-4.4-2-8-5.2-8-10.8V4.8Z', 'M8.4 11.6l2.6 2.6l4.8-5'],
};
const star = ['M12 2.5l2.9 6.2l6.7.8l-5 4.6l1.4 6.7l-6-3.4l-6 3.4l1.4-6.7l-5-4.6l6.7-.8Z'];

function Medal({ picture }: { picture: string | null }) {
  return (
    <>
      <path d="M26 52L18 92L33 84L44 93L46 58Z" fill="var(--accent)" />
      <path d="M70 52L78 92L63 84L52 93L50 58Z" fill="var(--accent-strong)" />
      <circle cx="48" cy="40" r="35" fill="var(--surface)" stroke="var(--accent)" strokeWidth="3" />
      <circle
        cx="48"
        cy="40"
        r="29.5"
        fill="var(--accent-wash)"
        stroke="var(--accent)"
        strokeDasharray="1 3"
      />
      <g
        transform="translate(28.8 20.8) scale(1.6)"
        fill="none"
        stroke="var(--accent-strong)"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        {(signs[picture ?? ''] ?? star).map((d) => (
          <path key={d} d={d} />
        ))}
      </g>
    </>
  );
}

/** An award as a medal, beside words that say which it is. */
export function AwardDrawing({
  picture,
  className = 'size-20',
}: {
  picture: string | null;
  className?: string;
}) {
  return (
    <svg viewBox="0 0 96 96" aria-hidden="true" className={`shrink-0 ${className}`}>
      <Medal picture={picture} />
    </svg>
  );
}

/** The same in a burst of light, on the day it is somebody's. */
export function AwardPicture({ picture }: { picture: string | null }) {
  return (
    <Burst>
      <g transform="translate(72 66)">
        <Medal picture={picture} />
      </g>
    </Burst>
  );
}
