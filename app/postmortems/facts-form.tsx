import { Form } from '@remix-run/react';

import { SeveritySelect } from '#app/action-items/severity-select.tsx';
import type { Refused } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Select, TextField } from '#app/ui/field.tsx';

import { kinds, kindWords } from './postmortem.ts';

type Facts = {
  id: string;
  title: string;
  kind: string;
  severity: number | null;
  timezone: string | null;
  version: number;
};

/** Title, kind, severity, zone. */
export function FactsForm({ facts, refused }: { facts: Facts; refused?: Refused | undefined }) {
  const typed = (name: 'title' | 'kind' | 'severity' | 'timezone') =>
    refused?.values[name] ?? String(facts[name] ?? '');
  return (
    <Form method="post" action={paths.postmortemFacts(facts.id)} key={facts.version} className="space-y-4">
      <input type="hidden" name="version" value={facts.version} />
      <TextField
        label="Title"
        name="title"
        required
        maxLength={300}
        defaultValue={typed('title')}
        error={refused?.errors.title}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <Select label="Kind" name="kind" defaultValue={typed('kind')} error={refused?.errors.kind}>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindWords[kind]}
            </option>
          ))}
        </Select>
        <SeveritySelect
          value={typed('severity')}
          none="Not judged yet"
          help="If unsure, take the higher"
          error={refused?.errors.severity}
        />
        <TextField
          label="Time zone"
          name="timezone"
          defaultValue={typed('timezone')}
          error={refused?.errors.timezone}
          help="Such as UTC, CET or Europe/Oslo"
        />
      </div>
      <Button>Save</Button>
    </Form>
  );
}
