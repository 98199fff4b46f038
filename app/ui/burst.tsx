import type { ReactNode } from 'react';

const RAYS = 24;
const [FROM, TO] = [62, [104, 88]] as const;

/** A quiet burst of light, 240 wide and 220 high, around what is celebrated; words beside it say what that is. */
export function Burst({ children }: { children: ReactNode }) {
  return (
    <svg viewBox="0 0 240 220" aria-hidden="true" className="mx-auto w-full max-w-72">
      <circle cx="120" cy="110" r="54" fill="var(--accent-wash)" />
      {Array.from({ length: RAYS }, (_, nth) => {
        const angle = (nth / RAYS) * 2 * Math.PI;
        const at = (far: number) =>
          `${(120 + far * Math.cos(angle)).toFixed(1)} ${(110 + far * Math.sin(angle)).toFixed(1)}`;
        return (
          <path
            key={nth}
            d={`M${at(FROM)} L${at(TO[nth % 2]!)}`}
            stroke={nth % 2 === 0 ? 'var(--accent)' : 'var(--line-strong)'}
            strokeWidth="2"
            strokeLinecap="round"
            strokeOpacity="0.6"
          />
        );
      })}
      {children}
    </svg>
  );
}
