import type { Refused } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Select, TextArea, TextField } from '#app/ui/field.tsx';
import { SuggestingField } from '#app/ui/suggesting-field.tsx';

import { kinds } from './action-item.ts';
import { SeveritySelect } from './severity-select.tsx';

export type ItemValues = {
  statement: string;
  kind: string | null;
  severity: number | null;
  owner: string;
  dueOn: string | null;
  ticket: string | null;
  sprint: string | null;
};

const empty: ItemValues = {
  statement: '',
  kind: null,
  severity: null,
  owner: '',
  dueOn: null,
  ticket: null,
  sprint: null,
};

type Props = { values?: ItemValues; refused?: Refused | undefined };

const kindWords = {
  prevent: 'Prevent: it cannot happen again',
  detect: 'Detect: we notice sooner',
  mitigate: 'Mitigate: it hurts less',
  learn: 'Learn: we understand more',
};

/** The fields of an action item; with what was typed and what to do about it after a refusal. */
export function ItemFields({ values = empty, refused }: Props) {
  const typed = (name: keyof ItemValues) => refused?.values[name] ?? String(values[name] ?? '');
  const error = (name: string) => refused?.errors[name];
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <div className="sm:col-span-2">
        <TextArea
          label="What changes"
          name="statement"
          required
          rows={2}
          defaultValue={typed('statement')}
          error={error('statement')}
        />
      </div>
      <SuggestingField
        label="Owner"
        name="owner"
        from={paths.ownerNames()}
        defaultValue={typed('owner')}
        error={error('owner')}
        help="A person (name or e-mail) or a squad"
      />
      <SeveritySelect
        value={typed('severity')}
        none="Not judged yet"
        error={error('severity')}
        help="Sets the date, unless you name one"
      />
      <TextField
        label="Due on"
        type="date"
        name="dueOn"
        defaultValue={typed('dueOn')}
        error={error('dueOn')}
        help="Only if you agreed on another day"
      />
      <Select label="Kind" name="kind" defaultValue={typed('kind')} error={error('kind')}>
        <option value="">Not said</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {kindWords[kind]}
          </option>
        ))}
      </Select>
      <TextField label="Ticket" name="ticket" defaultValue={typed('ticket')} error={error('ticket')} />
      <TextField label="Sprint" name="sprint" defaultValue={typed('sprint')} error={error('sprint')} />
    </div>
  );
}
