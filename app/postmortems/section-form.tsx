import { Form } from '@remix-run/react';
import { useId, useRef, useState } from 'react';

import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { inputLook } from '#app/ui/field.tsx';
import { Prose } from '#app/ui/markdown.tsx';
import { Stale } from '#app/ui/stale.tsx';

import { post, useAutosave } from './autosave.tsx';

type Section = { key: string; heading: string; help: string; markdown: string; version: number };

/** A section being written. Saves by itself after a pause where scripts run; by its button everywhere. */
export function SectionForm({
  postmortemId,
  section,
  text,
}: {
  postmortemId: string;
  section: Section;
  text?: string | undefined;
}) {
  const form = useRef<HTMLFormElement>(null);
  const { saveNow, changed, version, stale, error, word } = useAutosave(
    form,
    paths.sectionSaving(postmortemId, section.key),
    section.version,
  );
  const [preview, setPreview] = useState<{ html: string } | { failed: { text: string } } | null>(null);
  const id = useId();
  const first = text ?? section.markdown;

  return (
    <Form
      ref={form}
      method="post"
      action={paths.postmortemSection(postmortemId, section.key)}
      onSubmit={(event) => {
        event.preventDefault();
        void saveNow();
      }}
    >
      <input type="hidden" name="version" value={version} />
      {stale && (
        <Stale by={stale.by} pairs={[{ name: section.heading, theirs: stale.theirs, yours: stale.yours }]} />
      )}
      {section.help && (
        <p id={`${id}-help`} className="mb-2 text-sm text-soft">
          {section.help}
        </p>
      )}
      <label className="sr-only" htmlFor={id}>
        {section.heading}
      </label>
      <textarea
        id={id}
        name="markdown"
        aria-describedby={section.help ? `${id}-help` : undefined}
        defaultValue={first}
        onChange={changed}
        rows={Math.min(24, Math.max(5, first.split('\n').length + 2))}
        className={`${inputLook} font-mono text-sm leading-relaxed`}
      />
      <div className="mt-2 flex flex-wrap items-center gap-3">
        <Button>Save</Button>
        <Button
          weight="quiet"
          formAction={paths.sectionPreview(postmortemId, section.key)}
          onClick={(event) => {
            event.preventDefault();
            if (!form.current) return;
            void post<{ html: string }>(paths.sectionRendering(postmortemId, section.key), form.current).then(
              setPreview,
            );
          }}
        >
          Preview
        </Button>
        <span role="status" className="text-sm text-soft">
          {word}
        </span>
        <span className="ml-auto text-sm text-soft">Markdown</span>
      </div>
      {error && (
        <div className="mt-3">
          <Callout tone="alert" live>
            {error}
          </Callout>
        </div>
      )}
      {preview && 'failed' in preview && <p className="mt-3 text-sm text-alert">{preview.failed.text}</p>}
      {preview && 'html' in preview && (
        <section
          aria-label={`Preview of ${section.heading}`}
          className="mt-3 rounded-md border border-line p-4"
        >
          <Prose html={preview.html} />
        </section>
      )}
    </Form>
  );
}
