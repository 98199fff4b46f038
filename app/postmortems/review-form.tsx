import { Form, Link } from '@remix-run/react';

import { SeveritySelect } from '#app/action-items/severity-select.tsx';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { Checkbox, Select, TextArea, TextField } from '#app/ui/field.tsx';
import { Card, PageHead } from '#app/ui/page.tsx';

import type { PostmortemDocument } from './document.ts';

import { kinds, kindWords, MOST_TITLE } from './postmortem.ts';
import { ReviewActions } from './review-actions.tsx';
import { ReviewTimeline } from './review-timeline.tsx';

export type Review = {
  document: PostmortemDocument;
  unplaced: string;
  warnings: string[];
  fileName: string;
  source: string;
  faults: Record<string, string>;
  private: boolean;
};

/** What was understood of a document, every part of it in a field, before it is saved. */
export function ReviewForm({ review }: { review: Review }) {
  const { document, unplaced, warnings, fileName, source, faults } = review;
  return (
    <Form method="post" encType="multipart/form-data" action={paths.importDraft()} className="space-y-6">
      <PageHead
        above={fileName}
        title="Is this what it says?"
        lead={`${document.timeline.length} timeline entries, ${document.actions.length} action items, ${document.sections.length} sections. Correct what was misread; nothing is saved yet.`}
        actions={<Button weight="primary">Save as a draft</Button>}
      />
      {Object.keys(faults).length > 0 && (
        <Callout tone="alert" title="A few fields need another look before this can be saved" live>
          <p>Each says what to do.</p>
        </Callout>
      )}
      {warnings.length > 0 && (
        <Callout tone="warn" title="Worth a look">
          <ul className="list-disc pl-5">
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Callout>
      )}
      <Card className="space-y-4">
        <TextField
          label="Title"
          name="title"
          required
          maxLength={Math.max(MOST_TITLE, document.title.length)}
          defaultValue={document.title}
          error={faults.title}
        />
        <div className="grid gap-4 sm:grid-cols-3">
          <Select label="Kind" name="kind" defaultValue={document.kind}>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {kindWords[kind]}
              </option>
            ))}
          </Select>
          <SeveritySelect
            none="Not judged yet"
            help="If unsure, take the higher"
            value={String(document.severity ?? '')}
          />
          <TextField label="Time zone" name="timezone" defaultValue={document.timezone ?? ''} />
        </div>
        <Checkbox
          label="Private: only the people I name may ever see it"
          name="private"
          value="yes"
          defaultChecked={review.private}
        />
      </Card>
      <ReviewTimeline timeline={document.timeline} milestones={document.milestones} faults={faults} />
      <ReviewActions actions={document.actions} faults={faults} />
      <Card className="space-y-6">
        <h2 className="font-serif text-xl font-semibold">Sections</h2>
        {document.sections.map(({ key, heading, markdown }, at) => (
          <div key={at} className="space-y-2">
            <input type="hidden" name={`section.${at}.key`} value={key} />
            <TextField label="Heading" name={`section.${at}.heading`} defaultValue={heading} />
            <TextArea
              label={`Text of ${heading}`}
              hideLabel
              name={`section.${at}.markdown`}
              defaultValue={markdown}
              rows={Math.min(14, Math.max(2, markdown.split('\n').length))}
              className="font-mono text-sm"
            />
          </div>
        ))}
      </Card>
      {unplaced !== '' && (
        <Card>
          <TextArea
            label="Not placed"
            name="unplaced"
            defaultValue={unplaced}
            rows={6}
            help="Words that fitted nowhere. They are kept as a section of their own; move or remove what you like."
            className="font-mono text-sm"
          />
        </Card>
      )}
      <input type="hidden" name="fileName" value={fileName} />
      <input type="hidden" name="source" value={source} />
      <div className="flex items-center gap-4">
        <Button weight="primary">Save as a draft</Button>
        <Link
          to={paths.importPostmortem()}
          reloadDocument
          className="text-accent underline underline-offset-4"
        >
          Start over
        </Link>
      </div>
    </Form>
  );
}
