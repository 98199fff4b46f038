/** What stands in one of two lists alone, each line of it with a word of where. */
export function differing(name: string, some: readonly string[], others: readonly string[]): string[] {
  const [one, other] = [new Set(some), new Set(others)];
  return [
    ...some.filter((text) => !other.has(text)).map((text) => `${name}: only before: ${text}`),
    ...others.filter((text) => !one.has(text)).map((text) => `${name}: only after: ${text}`),
  ];
}
