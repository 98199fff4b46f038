/**
 * Where to go afterwards, when it is a page of ours; the start page otherwise. A browser reads "//x" and "/\x" as
 * another site, and drops tabs and line ends before it looks.
 */
export const ownPath = (to: unknown): string =>
  typeof to === 'string' && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(to) ? to : '/';
