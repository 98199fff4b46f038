import { Form, useNavigation } from '@remix-run/react';

import { Button } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { inputLook, TextArea } from '#app/ui/field.tsx';
import { Card } from '#app/ui/page.tsx';

type Props = {
  /** MB */
  most: number;
  columns: [name: string, about: string][];
  example: string;
  refused: string | undefined;
};

/** Asks for a table as a file or as text, and says what it may hold. */
export function UploadForm({ most, columns, example, refused }: Props) {
  const reading = useNavigation().state === 'submitting';
  return (
    <div className="grid gap-6 lg:grid-cols-[3fr_2fr] lg:items-start">
      <Card>
        <Form method="post" encType="multipart/form-data" className="space-y-5">
          {refused && (
            <Callout tone="alert" live>
              {refused}
            </Callout>
          )}
          <div>
            <label htmlFor="file" className="mb-1 block text-sm font-medium">
              A file
            </label>
            <input
              id="file"
              type="file"
              name="file"
              accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
              aria-describedby="file-help"
              className={inputLook}
            />
            <p id="file-help" className="mt-1 text-sm text-soft">
              CSV, {most} MB at the most
            </p>
          </div>
          <TextArea
            label="Or its text"
            name="text"
            rows={6}
            className="font-mono text-sm"
            placeholder={example}
          />
          <Button weight="primary" aria-busy={reading}>
            {reading ? 'Reading …' : 'Show what would change'}
          </Button>
        </Form>
      </Card>
      <Card aria-labelledby="columns">
        <h2 id="columns" className="mb-3 font-serif text-xl font-semibold">
          Columns
        </h2>
        <dl className="space-y-2">
          {columns.map(([name, about]) => (
            <div key={name}>
              <dt className="font-mono text-sm font-semibold">{name}</dt>
              <dd className="text-sm text-soft">{about}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-4 text-sm text-soft">
          An empty cell, or a column that is not there, leaves things as they are. Nobody and nothing is taken
          away by not being in the file.
        </p>
      </Card>
    </div>
  );
}
