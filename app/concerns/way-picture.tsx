import { levelWords } from './concern.ts';
import type { Stop } from './way.ts';

const dots: Record<Stop['is'], string> = {
  had: 'border-accent bg-accent-wash',
  here: 'border-accent bg-accent',
  ahead: 'border-line-strong bg-surface',
  nobody: 'border-dashed border-line-strong bg-surface',
};

const words: Record<Stop['is'], (squad: string | null) => string> = {
  had: () => 'had it',
  here: () => 'has it',
  ahead: () => 'next',
  nobody: (squad) => (squad === null ? 'left out: it is about no squad' : `${squad} had none`),
};

/** The chain as a small picture: where a concern has been, where it is, where it could go. */
export function Way({ stops, squad }: { stops: Stop[]; squad: string | null }) {
  return (
    <ol aria-label="The chain" className="mt-5">
      {stops.map(({ level, is }, at) => (
        <li key={level} className="relative flex gap-3 pb-4 last:pb-0" aria-current={is === 'here' && 'step'}>
          {at < stops.length - 1 && (
            <span
              aria-hidden="true"
              className="absolute top-4 bottom-0 left-[0.4375rem] border-l-2 border-line"
            />
          )}
          <span
            aria-hidden="true"
            className={`relative mt-1 size-4 shrink-0 rounded-full border-2 ${dots[is]}`}
          />
          <span className={is === 'here' ? 'font-medium' : 'text-soft'}>
            {levelWords[level][0]!.toUpperCase() + levelWords[level].slice(1)}
            <span className="block text-sm font-normal text-soft">{words[is](squad)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
