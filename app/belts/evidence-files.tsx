import { Form } from '@remix-run/react';
import { useId, useState } from 'react';

import { isPicture, kindsForBrowsers, kindsInWords, kindWord } from '#app/http/file-kind.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { inputLook } from '#app/ui/field.tsx';

import { type EvidenceFile, LARGEST_FILE, MOST_FILES, sizeWords } from './evidence-files.ts';

/** The files of evidence, pictures small beside their names. */
export function FileList({
  evidenceId,
  files,
  mayChange,
}: {
  evidenceId: string;
  files: EvidenceFile[];
  mayChange: boolean;
}) {
  if (files.length === 0)
    return (
      <p className="text-soft">
        No files yet. A picture of the result, or the report itself, often says most.
      </p>
    );
  return (
    <ul className="divide-y divide-line">
      {files.map((file) => {
        const place = paths.evidenceFile(evidenceId, file.id);
        return (
          <li key={file.id} className="flex items-start gap-4 py-3 first:pt-0 last:pb-0">
            <FileMark file={file} place={place} />
            <div className="min-w-0 flex-1 sm:flex sm:min-h-16 sm:items-center sm:justify-between sm:gap-4">
              <p>
                <a
                  href={place}
                  className="font-medium text-accent underline-offset-4 [overflow-wrap:anywhere] hover:underline"
                >
                  {file.name}
                </a>
                <span className="block text-sm text-soft">
                  {kindWord(file.type)}, {sizeWords(file.bytes)}
                </span>
              </p>
              {mayChange && (
                <Form method="post" action={place} className="no-print -ml-2 sm:ml-0">
                  <Button weight="quiet">
                    Remove<span className="sr-only"> {file.name}</span>
                  </Button>
                </Form>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function FileMark({ file, place }: { file: EvidenceFile; place: string }) {
  const shape = 'size-16 shrink-0 rounded-md border border-line bg-sunken';
  if (isPicture(file.type))
    return (
      <img src={place} alt={file.name} loading="lazy" decoding="async" className={`${shape} object-cover`} />
    );
  return (
    <span
      aria-hidden="true"
      className={`${shape} flex items-center justify-center text-xs font-semibold tracking-wide text-soft uppercase`}
    >
      {kindWord(file.type)}
    </span>
  );
}

/** The form that adds some; as many of them as there is room for. */
export function FileForm({ evidenceId, files }: { evidenceId: string; files: EvidenceFile[] }) {
  const id = useId();
  const [tooLarge, setTooLarge] = useState<string[]>([]);
  const left = MOST_FILES - files.length;
  if (left <= 0) return <p className="text-soft">These are as many as fit. Remove one to add another.</p>;
  const look = (chosen: globalThis.FileList | null) =>
    setTooLarge([...(chosen ?? [])].filter(({ size }) => size > LARGEST_FILE).map(({ name }) => name));
  return (
    // Sent by the browser itself, which shows how far it is, and is told in words when it is far too much.
    <Form
      reloadDocument
      method="post"
      action={paths.evidenceFiles(evidenceId)}
      encType="multipart/form-data"
      className="space-y-3"
    >
      <div>
        <label htmlFor={id} className="mb-1 block text-sm font-medium">
          Add files
        </label>
        <input
          id={id}
          type="file"
          name="files"
          multiple
          required
          accept={kindsForBrowsers}
          aria-describedby={`${id}-help${tooLarge.length > 0 ? ` ${id}-large` : ''}`}
          onChange={({ currentTarget }) => look(currentTarget.files)}
          className={`${inputLook} file:mr-3 file:rounded file:border-0 file:bg-sunken file:px-3 file:py-1 file:text-sm file:text-ink`}
        />
        <p id={`${id}-help`} className="mt-1 text-sm text-soft">
          {kindsInWords}. 10 MB each at the most, and {left === 1 ? 'one more' : `${left} more`}. Look them
          over first: assessors see all that is in them.
        </p>
        {tooLarge.length > 0 && (
          <p id={`${id}-large`} role="status" className="mt-1 text-sm font-medium text-alert">
            {tooLarge.join(', ')}: larger than 10 MB. Choose again without{' '}
            {tooLarge.length === 1 ? 'it' : 'them'}.
          </p>
        )}
      </div>
      <Button>Add to the evidence</Button>
    </Form>
  );
}

/** What became of several that were sent at once, of which some were refused. */
export function RefusedFiles({
  added,
  refused,
}: {
  added: string[];
  refused: { name: string; says: string }[];
}) {
  return (
    <Callout
      tone="warn"
      live
      title={refused.length === 1 ? 'One file was not added' : `${refused.length} files were not added`}
    >
      <ul className="mt-1 space-y-1">
        {refused.map(({ name, says }, at) => (
          <li key={at} className="[overflow-wrap:anywhere]">
            <strong className="font-semibold">{name}</strong> {says}
          </li>
        ))}
      </ul>
      {added.length > 0 && <p className="mt-2">Added: {added.join(', ')}.</p>}
    </Callout>
  );
}
