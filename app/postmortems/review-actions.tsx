import { Checkbox, TextArea, TextField } from '#app/ui/field.tsx';
import { Card } from '#app/ui/page.tsx';

import type { DocumentAction } from './document.ts';

const blank: DocumentAction = {
  text: '',
  owner: null,
  done: false,
  kind: null,
  severity: null,
  due: null,
  ticket: null,
};

/** The action items of a document in fields, with two rows to spare. Emptying a row's text leaves it out. */
export function ReviewActions({
  actions,
  faults,
}: {
  actions: DocumentAction[];
  faults: Record<string, string>;
}) {
  return (
    <Card className="space-y-4">
      <h2 className="font-serif text-xl font-semibold">Action items</h2>
      <p className="text-sm text-soft">
        They come in without a running clock: it starts when somebody accepts them.
      </p>
      <ol className="space-y-4 divide-y divide-line">
        {[...actions, blank, blank].map((action, at) => {
          const name = `action.${at}`;
          return (
            <li key={at} className="space-y-3 pt-4 first:pt-0">
              <TextArea
                label={`What changes (${at + 1})`}
                name={`${name}.text`}
                defaultValue={action.text}
                rows={2}
              />
              <div className="grid items-end gap-3 sm:grid-cols-4">
                <TextField label="Owner" name={`${name}.owner`} defaultValue={action.owner ?? ''} />
                <TextField
                  label="Due on"
                  type="date"
                  name={`${name}.due`}
                  defaultValue={action.due ?? ''}
                  error={faults[`${name}.due`]}
                />
                <TextField label="Ticket" name={`${name}.ticket`} defaultValue={action.ticket ?? ''} />
                <Checkbox
                  label="Already done"
                  name={`${name}.done`}
                  value="yes"
                  defaultChecked={action.done}
                  className="pb-2"
                />
              </div>
              <input type="hidden" name={`${name}.kind`} value={action.kind ?? ''} />
              <input type="hidden" name={`${name}.severity`} value={action.severity ?? ''} />
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
