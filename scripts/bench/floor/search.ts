import { type Kind, kindWords, type State, stateWords } from '../../../app/postmortems/postmortem.ts';
import { reader, visible } from './database.ts';
import {
  badge,
  day,
  e,
  frame,
  head,
  plainButton,
  primaryButton,
  search,
  select,
  severityBadge,
  severityOptions,
  tones,
} from './html.ts';
import type { Viewer } from './viewer.ts';

export type Told = { state: State; kind: Kind; severity: number | null; reach: string };
type Hit = Told & {
  id: string;
  title: string;
  changedAt: number;
  publishedAt: number | null;
  author: string;
  snippet: string;
};

const words = (column: string) =>
  `(select ${column} from search_fts where search_fts match @phrase and rowid = search_texts.number)`;

/** The question of app/postmortems/library.server.ts when words are asked for. */
const found = reader.prepare(`
  select postmortems.id, postmortems.title, postmortems.kind, postmortems.severity, postmortems.state,
    postmortems.reach, postmortems.changed_at as changedAt, postmortems.published_at as publishedAt,
    people.name as author, ${words(`snippet(search_fts, 1, char(2), char(3), '…', 24)`)} as snippet
  from search_texts
  inner join postmortems on search_texts.room = 'postmortems' and search_texts.id = postmortems.id
  inner join people on people.id = postmortems.author_id
  where search_texts.number in (select rowid from search_fts where search_fts match @phrase)
    and ${visible('postmortems.audience_id')}
  order by ${words('bm25(search_fts, 8.0, 1.0)')}, postmortems.changed_at desc limit 50`);

const stateTones = { draft: tones.plain, 'in-review': tones.accent, published: tones.good };

/** Where a postmortem stands, as the app's state-line.tsx says it. */
export const stateLine = ({ state, kind, severity, reach }: Told) =>
  `<span class="inline-flex flex-wrap items-center gap-2">${badge(stateTones[state], stateWords[state])}${reach === 'private' ? badge(tones.warn, 'Private') : ''}${severityBadge(severity)}<span class="text-sm text-soft">${kindWords[kind]}</span></span>`;

const marked = (text: string) =>
  e(text)
    .replaceAll('\u0002', '<mark class="rounded bg-warn-wash px-0.5 text-ink">')
    .replaceAll('\u0003', '</mark>');

const hit = (one: Hit) =>
  `<li class="py-4"><div class="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1"><h2 class="min-w-0 font-serif text-lg font-semibold [overflow-wrap:anywhere]"><a class="hover:underline" href="/postmortems/${one.id}">${e(one.title)}</a></h2>${stateLine(one)}</div><p class="text-sm text-soft">${e(one.author)} · ${one.publishedAt && one.state === 'published' ? `published ${day(one.publishedAt)}` : `changed ${day(one.changedAt)}`}</p><p class="mt-1 line-clamp-2 max-w-3xl text-sm [overflow-wrap:anywhere]">${marked(one.snippet)}</p></li>`;

export function searchPage(viewer: Viewer, q: string): string {
  const asked = q.split(/\s+/);
  const phrase = asked.map((word, at) => `"${word}"${at === asked.length - 1 ? '*' : ''}`).join(' ');
  const hits = found.all({ viewer: viewer.id, phrase }) as Hit[];
  const start = `<a class="${primaryButton}" href="/postmortems/new">Start one</a><a class="${plainButton}" href="/postmortems/import">Import a document</a>`;
  const form = `<form method="get" action="/postmortems" role="search" class="mb-8 grid grid-cols-2 items-end gap-3 lg:grid-cols-[2fr_1fr_1fr_1fr_auto]">${search('q', 'Words', q)}${select(
    'state',
    'State',
    'all',
    [
      ['all', 'Any'],
      ['mine', 'Written by me'],
      ['draft', 'Draft'],
      ['in-review', 'In review'],
      ['published', 'Published'],
    ],
  )}${select('kind', 'Kind', '', [
    ['', 'Any'],
    ['incident', 'Incident'],
    ['near-miss', 'Near miss'],
  ])}${select('severity', 'Severity', '', severityOptions('Any'))}<button class="${plainButton}">Search</button></form>`;
  const lead = 'What happened to us, and what we learned from it.';
  const list = `<ul class="divide-y divide-line">${hits.map(hit).join('')}</ul>`;
  return frame(viewer, 'Library', head('Postmortems', lead, '', start) + form + list);
}
