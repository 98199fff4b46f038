import type { Fault } from '#app/content/fault.ts';

import type { WrittenLink } from './lesson.ts';
import { isWebAddress } from './lesson-header.ts';

/** Where a link inside content/ leads. */
export type Target = { module: string; part: string | null };

const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return null;
  }
};

/**
 * Where a link of the lesson `from` leads: a lesson ("../green/01-reading-a-scan.md#a-part", "#a-part"), out into the
 * web, or (null) nowhere a lesson may lead to.
 */
export function targetOf(from: string, href: string): Target | 'web' | null {
  if (isWebAddress(href) || /^mailto:[^\s@]+@[^\s@]+$/i.test(href)) return 'web';
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith('/') || href.startsWith('\\')) return null;
  const [file = '', anchor] = href.split('#', 2);
  const part = anchor ? decoded(anchor) : null;
  if (anchor !== undefined && part === null) return null;
  if (file === '') return { module: from, part };
  const path = decoded(file);
  if (!path?.endsWith('.md')) return null;
  const way = from.split('/').slice(0, -1);
  for (const step of path.slice(0, -'.md'.length).split('/')) {
    if (step === '..' && way.length === 0) return null;
    if (step === '..') way.pop();
    else if (step !== '.' && step !== '') way.push(step);
  }
  return { module: way.join('/'), part };
}

/** What is wrong with a lesson's links; `parts` knows the parts of every lesson there is. */
export function linkFaults(
  from: string,
  links: WrittenLink[],
  parts: ReadonlyMap<string, ReadonlySet<string>>,
): Fault[] {
  return links.flatMap(({ href, picture, line }) => {
    const fault = (text: string) => [{ line, text }];
    if (picture)
      return isWebAddress(href) || /^data:image\/(png|jpe?g|gif|webp);/i.test(href)
        ? []
        : fault(`the picture "${href.slice(0, 80)}" cannot be shown: write it as a link with https://`);
    const target = targetOf(from, href);
    if (target === 'web') return [];
    if (!target) return fault(`the link "${href}" is neither an https:// address nor a lesson's file`);
    const known = parts.get(target.module);
    if (!known) return fault(`the link "${href}" leads to no lesson`);
    if (target.part !== null && !known.has(target.part))
      return fault(`the link "${href}" leads to no part: there are ${[...known].join(', ')}`);
    return [];
  });
}
