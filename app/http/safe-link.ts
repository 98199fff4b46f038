export const LONGEST_LINK = 2000;

/** An address that leads to a web page and carries nobody's password, as a browser would write it; null for any other. */
export function safeLink(text: string): string | null {
  if (text.length > LONGEST_LINK || /\s/.test(text)) return null;
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return url.username || url.password ? null : url.href;
}
