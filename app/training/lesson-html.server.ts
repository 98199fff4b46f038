import { paths } from '#app/paths.ts';
import { render } from '#app/ui/markdown.server.ts';

import { targetOf } from './lesson-links.ts';
import type { Module, Part } from './module.ts';

const meant = (attribute: string) =>
  attribute
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/**
 * A part of a lesson as it is shown. Links to files of other lessons lead to their pages; of a link that leads nowhere
 * the words stay.
 */
export const partHtml = ({ key }: Pick<Module, 'key'>, { markdown }: Part): string =>
  render(markdown).replace(/<a href="([^"]*)"/g, (tag, href: string) => {
    const target = targetOf(key, meant(href));
    if (target === 'web') return tag;
    if (!target) return '<a';
    const page = target.part ? paths.modulePart(target.module, target.part) : paths.module(target.module);
    return `<a href="${page}"`;
  });
