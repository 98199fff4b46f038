/** Somebody's initials in a circle, beside their name or in its place where there is no room; never read out. */
export function Avatar({ name, className }: { name: string; className: string }) {
  return (
    <span
      aria-hidden="true"
      className={`grid shrink-0 place-items-center rounded-full border border-accent bg-accent-wash font-semibold text-accent ${className}`}
    >
      {initials(name)}
    </span>
  );
}

/** "Anneke de Boer" is AB. */
function initials(name: string): string {
  const words = name.split(/\s+/);
  const ends = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return ends
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase();
}
