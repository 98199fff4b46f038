import { safeLink } from '#app/http/safe-link.ts';

export const MOST_LINKS = 10;

/** The lines of a field as addresses, each once; or what to do about the first that is none. */
export function linksIn(text: string): { links: string[] } | { problem: string } {
  const links: string[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const link = safeLink(line);
    if (link === null)
      return { problem: `“${shortened(line)}” is no address that can be followed. Begin it with https://.` };
    if (!links.includes(link)) links.push(link);
  }
  if (links.length > MOST_LINKS)
    return { problem: `Give ${MOST_LINKS} links at the most; more of them can stand in the text.` };
  return { links };
}

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
