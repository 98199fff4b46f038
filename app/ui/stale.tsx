import { Callout } from './callout.tsx';

type Pair = { name: string; theirs: string; yours: string };

/** Somebody saved in between: both texts, side by side. What follows is the form to go on with. */
export function Stale({ by, pairs }: { by?: string; pairs: Pair[] }) {
  const differing = pairs.filter(({ theirs, yours }) => theirs !== yours);
  return (
    <div className="mb-6 space-y-4">
      <Callout tone="warn" title={`${by ?? 'Somebody'} saved this while you were writing`} live>
        <p>Nothing is lost: both texts are below. Bring them together in the form, then save.</p>
      </Callout>
      {differing.map(({ name, theirs, yours }) => (
        <div key={name} className="grid gap-4 md:grid-cols-2">
          <Text label={`${name}: saved by ${by ?? 'somebody else'}`} text={theirs} />
          <Text label={`${name}: yours, not saved yet`} text={yours} />
        </div>
      ))}
    </div>
  );
}

function Text({ label, text }: { label: string; text: string }) {
  return (
    <section aria-label={label}>
      <h3 className="mb-1 text-sm font-semibold">{label}</h3>
      <pre className="max-h-96 overflow-auto rounded-md border border-line bg-sunken p-3 text-sm [overflow-wrap:anywhere] whitespace-pre-wrap">
        {text || '(empty)'}
      </pre>
    </section>
  );
}
