import { Form, Link } from '@remix-run/react';

import type { Refused } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Select, TextArea, TextField } from '#app/ui/field.tsx';

import { MOST_LINKS } from './links.ts';

type Props = {
  id: string;
  version: number;
  values: Record<string, string>;
  /** whether it can be shown here as well as from outside */
  isChoice: boolean;
  /** whether something from outside is what is asked for, as far as is known */
  isEquivalent: boolean;
  help: string;
  refused?: Refused | undefined;
};

/** What is written of evidence. */
export function EvidenceFields({ id, version, values, isChoice, isEquivalent, help, refused }: Props) {
  const field = (name: string) => ({
    name,
    defaultValue: refused?.values[name] ?? values[name],
    error: refused?.errors[name as keyof typeof refused.errors],
  });
  return (
    <Form method="post" key={version} className="space-y-5">
      <input type="hidden" name="version" value={version} />
      {isChoice && (
        <Select label="Where it was done" {...field('kind')}>
          <option value="evidence">Here, as part of the work</option>
          <option value="equivalent">Elsewhere: a certificate, a course, a session somewhere else</option>
        </Select>
      )}
      <TextArea
        label={isEquivalent ? 'What you have, and why it shows the same' : 'What you did'}
        {...field('text')}
        rows={14}
        help={
          <>
            {help} You can write Markdown. Leave out what nobody else may read: keys, names of customers, open
            weaknesses that can be exploited.
          </>
        }
      />
      <TextArea
        label="Links"
        {...field('links')}
        rows={3}
        inputMode="url"
        help={`One a line, ${MOST_LINKS} at the most: a pull request, a report, slides`}
      />
      {(isChoice || isEquivalent) && (
        <TextField
          label="Holds until"
          type="date"
          {...field('until')}
          className="max-w-xs"
          help={
            isChoice
              ? 'Only for something from elsewhere: the last day on which it holds. What is done here holds as long as the belts say'
              : 'The last day on which it holds. Then the requirement is open again'
          }
        />
      )}
      <p className="flex flex-wrap items-center gap-4">
        <Button weight="primary">Save</Button>
        <Link to={paths.evidence(id)} className="text-accent underline underline-offset-4">
          Leave as it was
        </Link>
      </p>
    </Form>
  );
}
