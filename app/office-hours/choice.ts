/** What somebody chose: a time with a host, or with whoever is free; or to be told when something frees up. */
export type Choice = 'wish' | { at: number; sittingId: string | null };

export const writeChoice = (choice: Choice): string =>
  choice === 'wish' ? choice : [choice.at, choice.sittingId].filter((part) => part !== null).join('~');

/** Reads a choice from a form or an address; null for none or nonsense. */
export function readChoice(text: string): Choice | null {
  if (text === 'wish') return text;
  const parts = /^(\d{1,15})(?:~([0-9a-z]{16}))?$/.exec(text);
  return parts ? { at: Number(parts[1]), sittingId: parts[2] ?? null } : null;
}
