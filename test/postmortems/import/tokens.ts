/** Words as somebody would count them who knows nothing of our own way to. */
export function tokens(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words of a source that what was made of it holds less often, each as often as it is missing. */
export function missingIn(made: unknown, source: string): string[] {
  const there = countsOf(tokens(stringsOf(made)));
  return [...countsOf(tokens(source))].flatMap(([word, count]) =>
    Array.from({ length: Math.max(0, count - (there.get(word) ?? 0)) }, () => word),
  );
}

function countsOf(words: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function stringsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null ? Object.values(value).map(stringsOf).join('\n') : '';
}
