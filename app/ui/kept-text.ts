/** What somebody has typed and nobody has saved yet, kept in their browser until it is; gone when they sign out. */

const PREFIX = 'kept ';

/** Whose, and which text. */
export const keptName = (viewerId: string, text: string): string => `${PREFIX}${viewerId} ${text}`;

export function keep(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // No storage, or none left: it is in the page, and will be sent.
  }
}

export function kept<T>(name: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') as T | null;
  } catch {
    return null;
  }
}

export function forget(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
}

/** Who sits here next finds nothing. */
export function forgetAllKept(): void {
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(PREFIX)) localStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
}
