import { codeShown } from './check-in.ts';

type Live = { code: string; until: string; minutes: number };

/** A code for everybody in the room to read, with until when it is good and where it is typed. */
export function LiveCode({ code, until, minutes, link, others }: Live & { link: string; others: Live[] }) {
  return (
    <div className="py-4 text-center sm:py-8">
      <p className="text-lg text-soft">Open</p>
      <p className="mt-1 font-medium break-all sm:text-2xl">{link}</p>
      <p className="mt-6 text-lg text-soft">and type</p>
      <p className="mt-2 font-mono text-5xl font-bold tracking-wider whitespace-nowrap sm:text-8xl">
        {codeShown(code)}
      </p>
      <p className="mt-6 text-lg">
        Good until {until}, {minutes === 1 ? 'one more minute' : `${minutes} more minutes`}.
      </p>
      {others.length > 0 && (
        <p className="mt-2 text-soft">
          {others.map((one) => `${codeShown(one.code)} is good until ${one.until}, too.`).join(' ')}
        </p>
      )}
    </div>
  );
}
