import type { ChainStep, StepState } from './chain-step.ts';
import { stepStateWords } from './chain-step.ts';

type Size = { width: number; height: number; link: { width: number; height: number }; named: boolean };
const wide: Size = { width: 640, height: 76, link: { width: 100, height: 38 }, named: true };
const narrow: Size = { width: 340, height: 40, link: { width: 54, height: 30 }, named: false };

/** The chain as a picture: a ring for each link, whole where it holds. All that it says stands in the list, too. */
export function ChainPicture({ steps }: { steps: readonly ChainStep[] }) {
  const label = steps.map(({ name, state }) => `${name}: ${stepStateWords[state].toLowerCase()}`).join('; ');
  return (
    <>
      <Picture steps={steps} size={wide} label={label} className="hidden sm:block print:block" />
      <Picture steps={steps} size={narrow} label={label} className="sm:hidden print:hidden" />
    </>
  );
}

const rings: Record<StepState, { stroke: string; dashes?: string; fill: string; ink: string }> = {
  done: { stroke: 'var(--accent)', fill: 'var(--accent-wash)', ink: 'var(--accent)' },
  'under-way': { stroke: 'var(--warn)', fill: 'var(--warn-wash)', dashes: '14 5', ink: 'var(--warn)' },
  open: { stroke: 'var(--line-strong)', fill: 'none', dashes: '3 6', ink: 'var(--ink-soft)' },
};
const signs: Record<StepState, string> = { done: '✓', 'under-way': '…', open: '' };

function Picture({
  steps,
  size: { width, height, link, named },
  label,
  className,
}: {
  steps: readonly ChainStep[];
  size: Size;
  label: string;
  className: string;
}) {
  const edge = 3;
  const apart = (width - link.width - 2 * edge) / Math.max(1, steps.length - 1);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className={`w-full ${className}`}>
      {steps.map(({ key, name, state }, nth) => {
        const x = edge + nth * apart;
        const { stroke, fill, dashes, ink } = rings[state];
        const middle = x + link.width / 2;
        return (
          <g key={key}>
            <rect
              x={x}
              y={edge}
              width={link.width}
              height={link.height}
              rx={link.height / 2}
              fill={fill}
              fillOpacity="0.6"
              stroke={stroke}
              strokeWidth={named ? 4 : 3}
              strokeDasharray={dashes}
              strokeLinecap="round"
            />
            <text
              x={middle}
              y={edge + link.height / 2 + 5}
              textAnchor="middle"
              fontSize={named ? 16 : 13}
              fontWeight="700"
              fill={ink}
            >
              {`${nth + 1}${named && signs[state] ? ` ${signs[state]}` : ''}`}
            </text>
            {named && (
              <text
                x={middle}
                y={link.height + 25}
                textAnchor="middle"
                fontSize="13"
                fill={state === 'open' ? 'var(--ink-soft)' : 'var(--ink)'}
              >
                {name}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
