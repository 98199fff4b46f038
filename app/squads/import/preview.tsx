import { Form, useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';

import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { Card } from '#app/ui/page.tsx';

import type { Change, Counts } from './plan.ts';
import type { Fault } from './rows.ts';
import { countWords, separatorWords } from './words.ts';

type Shown = { line: number; title: string; changes: Change[] };
export type Previewed = {
  fileName: string;
  encoding: string;
  separator: string;
  ignored: string[];
  counts: Counts;
  seen: string;
  fresh: Shown[];
  changed: Shown[];
  differing: Shown[];
  faults: Fault[];
};

/** What a file would change, with the way to import it. */
export function Preview({
  previewed,
  stale,
  otherFile,
}: {
  previewed: Previewed;
  stale: boolean;
  otherFile: string;
}) {
  const { counts, differing, faults, fresh, changed } = previewed;
  const importing = useNavigation().state === 'submitting';
  const good = counts.new + counts.changed;
  return (
    <div className="grid gap-6">
      {(stale || differing.length > 0) && (
        <Callout tone="warn" title="Somebody changed something since you chose this file" live>
          <p>
            {stale && 'Nothing was imported. '}
            Below is what would change now; {differing.length > 0 && <>look at {lines(differing)} again. </>}
          </p>
        </Callout>
      )}
      <Card aria-label="The file" className="space-y-4">
        <p>
          <strong>{countWords(counts)}.</strong>{' '}
          <span className="text-soft">
            {previewed.fileName}, read as {previewed.encoding} with {separatorWords[previewed.separator]}.
            {previewed.encoding === 'Windows-1252' && ' Look whether letters such as é and ü are right.'}
            {previewed.ignored.length > 0 && ` Not used: ${previewed.ignored.join(', ')}.`}
          </span>
        </p>
        <Form method="post" className="flex flex-wrap gap-2">
          <input type="hidden" name="seen" value={previewed.seen} />
          {good > 0 && (
            <Button weight="primary" aria-busy={importing}>
              {importing
                ? 'Importing …'
                : `Import ${good.toLocaleString('en')} ${good === 1 ? 'row' : 'rows'}`}
            </Button>
          )}
          <ButtonLink to={otherFile}>Choose another file</ButtonLink>
        </Form>
        {good === 0 && <p className="text-soft">Nothing would change.</p>}
      </Card>
      {faults.length > 0 && (
        <Part id="unread" title="Not read" count={counts.unread} shown={faults.length}>
          {faults.map(({ line, column, text }) => (
            <li key={`${line} ${column}`} className="px-5 py-3">
              <p className="text-sm text-soft">{`Line ${line}${column ? `, column ${column}` : ''}`}</p>
              <p>{text}</p>
            </li>
          ))}
        </Part>
      )}
      {changed.length > 0 && (
        <Part id="changed" title="Changed" count={counts.changed} shown={changed.length}>
          {changed.map((row) => (
            <Row key={row.line} {...row} />
          ))}
        </Part>
      )}
      {fresh.length > 0 && (
        <Part id="new" title="New" count={counts.new} shown={fresh.length}>
          {fresh.map((row) => (
            <Row key={row.line} {...row} />
          ))}
        </Part>
      )}
    </div>
  );
}

const lines = (rows: Shown[]) =>
  `line ${rows
    .slice(0, 10)
    .map(({ line }) => line)
    .join(', ')}${rows.length > 10 ? ' and more' : ''}`;

function Row({ line, title, changes }: Shown) {
  return (
    <li className="px-5 py-3">
      <p>
        <span className="font-medium [overflow-wrap:anywhere]">{title}</span>{' '}
        <span className="text-sm text-soft">line {line}</span>
      </p>
      <ul className="text-sm [overflow-wrap:anywhere]">
        {changes.map(({ what, before, after }) => (
          <li key={what}>
            <span className="text-soft">{what}:</span>{' '}
            {before && (
              <>
                <del className="text-soft">{before}</del> <span aria-hidden="true">→</span>{' '}
              </>
            )}
            {after || 'none'}
          </li>
        ))}
      </ul>
    </li>
  );
}

type PartProps = { id: string; title: string; count: number; shown: number; children: ReactNode };

function Part({ id, title, count, shown, children }: PartProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-3 font-serif text-xl font-semibold">
        {title} <span className="text-base text-soft">{count.toLocaleString('en')}</span>
      </h2>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">{children}</ul>
      {count > shown && <p className="mt-2 text-sm text-soft">The first {shown} are shown.</p>}
    </section>
  );
}
