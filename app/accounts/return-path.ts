/**
 * Where to go afterwards, when it is a page of ours; the start page otherwise. A browser reads "//x" and "/\x" as
 * another site, and drops tabs and line ends before it looks. A header takes
 * only some letters as they are: the others are written as a browser would.
 */
export const ownPath = (to: unknown): string =>
  typeof to === 'string' && /^\/(?![/\\])[^\\\p{Cc}\p{Cs}]*$/u.test(to)
    ? to.replaceAll(/[^!-~]+/gu, encodeURIComponent)
    : '/';
