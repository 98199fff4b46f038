/** A sentence in which `backticks` mark code. */
export function InlineCode({ text }: { text: string }) {
  const parts = text.split(/`([^`]+)`/);
  return parts.map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <code
        key={at}
        className="rounded-xs bg-sunken px-1 py-0.5 font-mono text-[0.9em] [overflow-wrap:anywhere]"
      >
        {part}
      </code>
    ),
  );
}
