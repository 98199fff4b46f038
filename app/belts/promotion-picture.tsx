import { BeltDrawing } from './belt-drawing.tsx';

const RAYS = 24;
const [FROM, TO] = [62, [104, 88]] as const;

/** A belt in a quiet burst of light; the words beside it say which. */
export function PromotionPicture({ belt }: { belt: string }) {
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
      <g transform="translate(72 78) scale(1.5)">
        <BeltDrawing belt={belt} state="held" />
      </g>
    </svg>
  );
}
