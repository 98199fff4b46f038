/** Words around a match; matches stand between U+0002 and U+0003. */
export function Snippet({ text }: { text: string }) {
  const parts = text.split(/\u0002([^\u0003]*)\u0003/);
  return (
    <p className="mt-1 line-clamp-2 max-w-3xl text-sm [overflow-wrap:anywhere]">
      {parts.map((part, at) =>
        at % 2 === 1 ? (
          <mark key={at} className="rounded bg-warn-wash px-0.5 text-ink">
            {part}
          </mark>
        ) : (
          part
        ),
      )}
    </p>
  );
}
