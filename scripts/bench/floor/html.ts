import { severityWords } from '../../../app/action-items/severity.ts';
import type { Viewer } from './viewer.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const special = /[&<>"]/;
/** Text as it stands in HTML. */
export const e = (text: string) =>
  special.test(text) ? text.replace(/[&<>"]/g, (character) => escapes[character]!) : text;

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
export const day = (at: number) => days.format(at);

export const badge = (tone: string, text: string) =>
  `<span class="inline-block rounded-full px-2.5 py-0.5 text-sm font-medium whitespace-nowrap ${tone}">${text}</span>`;

export const tones = {
  plain: 'bg-sunken text-soft',
  accent: 'bg-accent-wash text-accent',
  good: 'bg-good-wash text-good',
  warn: 'bg-warn-wash text-warn',
  alert: 'bg-alert-wash text-alert',
};

export function severityBadge(severity: number | null): string {
  if (severity === null) return '<span class="text-sm text-soft">Severity not judged</span>';
  const words = severityWords[severity as 1];
  return badge(
    severity === 1 ? tones.alert : severity === 2 ? tones.warn : tones.plain,
    `${severity} · ${words}`,
  );
}

export type Option = [value: string, words: string];

const field =
  'block w-full rounded-md border border-line-strong bg-surface px-3 py-2 text-ink placeholder:text-soft min-h-[2.625rem]';
const label = (name: string, words: string) =>
  `<label for="${name}" class="mb-1 block text-sm font-medium">${words}</label>`;

export const select = (name: string, words: string, chosen: string, options: Option[]) =>
  `<div>${label(name, words)}<select name="${name}" id="${name}" class="${field}">${options
    .map(([value, text]) => `<option value="${value}"${value === chosen ? ' selected' : ''}>${text}</option>`)
    .join('')}</select></div>`;

export const search = (name: string, words: string, value: string) =>
  `<div>${label(name, words)}<input type="search" name="${name}" id="${name}" placeholder="certificate, rollback …" class="${field}" value="${e(value)}"/></div>`;

const buttonShape =
  'inline-flex min-h-10 items-center justify-center gap-2 rounded-md px-4 py-2 text-sm font-medium cursor-pointer disabled:cursor-not-allowed disabled:opacity-60';
export const plainButton = `${buttonShape} border border-line-strong bg-surface text-ink hover:bg-sunken`;
export const quietButton = `${buttonShape} text-accent underline-offset-4 hover:underline px-2`;
export const primaryButton = `${buttonShape} bg-accent text-on-accent hover:bg-accent-strong`;

export const severityOptions = (none: string): Option[] => [
  ['', none],
  ...Object.entries(severityWords).map(([level, words]): Option => [level, `${level} · ${words}`]),
];

export const head = (title: string, lead: string, above = '', actions = '') =>
  `<header class="mb-8 flex flex-wrap items-end justify-between gap-x-6 gap-y-4"><div class="min-w-0 max-w-3xl">${above && `<p class="mb-1 text-sm text-soft">${above}</p>`}<h1 class="font-serif text-3xl leading-tight font-semibold text-balance [overflow-wrap:anywhere]">${title}</h1><p class="mt-2 text-lg text-soft">${lead}</p></div>${actions && `<div class="no-print flex flex-wrap items-center gap-2">${actions}</div>`}</header>`;

const tab = (path: string, words: string) =>
  `<a class="border-b-2 border-transparent px-2 py-2 whitespace-nowrap text-sm text-soft hover:text-ink aria-[current]:border-accent aria-[current]:text-ink" href="${path}">${words}</a>`;
const tabs = [
  tab('/postmortems', 'Postmortems'),
  tab('/action-items', 'Action items'),
  tab('/squads', 'Squads'),
  tab('/people', 'People'),
].join('');

/** What stands around every page. */
export const frame = (viewer: Viewer, title: string, main: string) =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/><title>${title} · Guildhall</title><link rel="stylesheet" href="/assets/app.css"/><link rel="icon" href="/favicon.svg" type="image/svg+xml"/></head><body><div class="flex min-h-dvh flex-col"><a href="#main" class="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-surface focus:px-4 focus:py-2">Skip to the content</a><header class="no-print border-b border-line bg-surface"><div class="mx-auto flex max-w-6xl flex-wrap items-center gap-x-6 gap-y-1 px-4 pt-2 sm:px-6 sm:py-2"><a class="flex items-center gap-2 py-2 font-serif text-lg font-semibold" href="/"><img src="/favicon.svg" alt="" class="size-6"/>${e(viewer.organisation)}</a><nav aria-label="Main" class="order-last -mx-2 flex w-full gap-x-1 overflow-x-auto sm:order-none sm:mx-0 sm:w-auto sm:flex-1">${tabs}</nav><div class="ml-auto flex items-center gap-1 sm:gap-3"><a class="rounded px-2 py-2 text-sm hover:bg-sunken" href="/notices">Notices<span class="ml-1 rounded-full bg-accent px-1.5 py-0.5 text-on-accent">${viewer.unread}</span></a><details class="relative"><summary class="max-w-36 truncate rounded px-2 py-2 text-sm hover:bg-sunken sm:max-w-60">${e(viewer.name)}</summary><div class="absolute right-0 z-10 mt-1 w-56 rounded-md border border-line bg-surface p-2 shadow-lg"><a class="block rounded px-3 py-2 hover:bg-sunken" href="/account">Your account</a><form method="post" action="/sign-out"><button class="w-full cursor-pointer rounded px-3 py-2 text-left hover:bg-sunken">Sign out</button></form></div></details></div></div></header><main id="main" tabindex="-1" class="mx-auto w-full max-w-6xl flex-1 px-4 py-8 outline-none sm:px-6">${main}</main></div></body></html>`;
