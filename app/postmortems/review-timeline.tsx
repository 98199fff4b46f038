import { Card } from '#app/ui/page.tsx';
import { TextArea, TextField } from '#app/ui/field.tsx';

import type { DocumentMilestone, DocumentTimelineEntry } from './document.ts';
import { milestoneWords } from './milestone.ts';

type Props = {
  timeline: DocumentTimelineEntry[];
  milestones: DocumentMilestone[];
  faults: Record<string, string>;
};

const blank: DocumentTimelineEntry = { at: null, written: '', zone: null, text: '' };

/** The timeline of a document in fields, with two rows to spare. Emptying a row's text and words leaves it out. */
export function ReviewTimeline({ timeline, milestones, faults }: Props) {
  return (
    <Card className="space-y-4">
      <h2 className="font-serif text-xl font-semibold">Timeline</h2>
      <p className="text-sm text-soft">
        A time is written 2021-02-24T11:13, a day alone 2021-02-24. A row whose words you empty is left out.
      </p>
      <ol className="space-y-4 divide-y divide-line">
        {[...timeline, blank, blank].map((entry, at) => {
          const name = `entry.${at}`;
          const label = at < timeline.length ? `of entry ${at + 1}` : `of a further entry`;
          return (
            <li key={at} className="grid gap-x-3 gap-y-2 pt-4 first:pt-0 sm:grid-cols-[11rem_1fr]">
              <div className="space-y-2">
                <TextField
                  label={<Named what="Time" which={label} />}
                  name={`${name}.at`}
                  defaultValue={entry.at ?? ''}
                  error={faults[`${name}.at`]}
                />
                <TextField
                  label={<Named what="Zone" which={label} />}
                  hideLabel
                  name={`${name}.zone`}
                  defaultValue={entry.zone ?? ''}
                  placeholder="zone"
                />
              </div>
              <div className="space-y-2">
                <TextArea
                  label={<Named what="What happened" which={label} />}
                  name={`${name}.text`}
                  defaultValue={entry.text}
                  rows={Math.min(
                    10,
                    Math.max(1, Math.ceil(entry.text.length / 90), entry.text.split('\n').length),
                  )}
                />
                <TextField
                  label={<Named what="Time as written" which={label} />}
                  hideLabel
                  name={`${name}.written`}
                  defaultValue={entry.written}
                  placeholder="time as written"
                  className="text-sm"
                />
              </div>
            </li>
          );
        })}
      </ol>
      {milestones.length > 0 && (
        <div className="space-y-3 border-t border-line pt-4">
          <h3 className="font-semibold">Milestones</h3>
          {milestones.map((milestone, at) => (
            <fieldset key={at} className="grid gap-3 sm:grid-cols-3">
              <legend className="mb-1 text-sm font-medium">
                {milestoneWords[milestone.kind]}
                {milestone.label && ` (“${milestone.label}”)`}
              </legend>
              <input type="hidden" name={`milestone.${at}.kind`} value={milestone.kind} />
              <input type="hidden" name={`milestone.${at}.label`} value={milestone.label ?? ''} />
              <TextField
                label="Time"
                name={`milestone.${at}.at`}
                defaultValue={milestone.at ?? ''}
                error={faults[`milestone.${at}.at`]}
              />
              <TextField
                label="As written"
                name={`milestone.${at}.written`}
                defaultValue={milestone.written}
              />
              <TextField label="Zone" name={`milestone.${at}.zone`} defaultValue={milestone.zone ?? ''} />
            </fieldset>
          ))}
        </div>
      )}
    </Card>
  );
}

function Named({ what, which }: { what: string; which: string }) {
  return (
    <>
      {what} <span className="sr-only">{which}</span>
    </>
  );
}
