import type { ReactNode } from 'react';

type Lines = {
  /** what stands before a line, such as the button that chooses it */
  before?: (line: number) => ReactNode;
  /** what is known of a line, in words */
  after?: (line: number) => ReactNode;
  /** the look of a line */
  look?: (line: number) => string;
  /** the place of the option a line is, where it is one */
  labelled?: (line: number) => boolean;
};

/** Code with its lines numbered. It scrolls by itself, so that the page never does sideways. */
export function CodeListing({ code, before, after, look, labelled }: Lines & { code: string }) {
  const lines = code.replace(/\n$/, '').split('\n');
  return (
    <div
      role="group"
      aria-label="Code"
      // What scrolls must be reachable by keyboard; nothing else in it may be.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className="overflow-x-auto rounded-md border border-line bg-sunken py-2 font-mono text-sm leading-relaxed"
    >
      <div className="w-max min-w-full">
        {lines.map((text, at) => {
          const line = at + 1;
          const Row = labelled?.(line) ? 'label' : 'div';
          return (
            <Row
              key={line}
              className={`flex min-h-7 items-center gap-3 px-3 ${Row === 'label' ? 'cursor-pointer hover:bg-accent-wash has-checked:bg-accent-wash' : ''} ${look?.(line) ?? ''}`}
            >
              {before && <span className="flex w-4 shrink-0 justify-center">{before(line)}</span>}
              <span className="w-6 shrink-0 text-right text-soft select-none">
                <span className="sr-only">Line </span>
                {line}
              </span>
              <code className="whitespace-pre">{text || ' '}</code>
              {after && <span className="ml-auto font-sans">{after(line)}</span>}
            </Row>
          );
        })}
      </div>
    </div>
  );
}
