import { Card } from '#app/ui/page.tsx';

import { neverMeasured, notMeasured } from './not-measured.ts';

/** What the report leaves out, and why. */
export function NotMeasured() {
  return (
    <Card aria-labelledby="not-measured">
      <h2 id="not-measured" className="font-serif text-xl font-semibold">
        Not measured yet
      </h2>
      <dl className="mt-3 space-y-3">
        {notMeasured.map(({ name, why }) => (
          <div key={name}>
            <dt className="font-medium">{name}</dt>
            <dd className="max-w-prose text-soft">{why}</dd>
          </div>
        ))}
      </dl>
      <h3 className="mt-5 font-medium">And on purpose never</h3>
      <p className="max-w-prose text-soft">{neverMeasured}</p>
    </Card>
  );
}
