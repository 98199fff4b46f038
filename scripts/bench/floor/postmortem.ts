import {
  duration,
  type Measure,
  measures,
  measureWords,
  type MilestoneKind,
  milestoneKinds,
  milestoneWords,
} from '../../../app/postmortems/milestone.ts';
import { partWords } from '../../../app/postmortems/postmortem.ts';
import { render } from '../../../app/ui/markdown.server.ts';
import { e, frame, head, quietButton } from './html.ts';
import { type Item, itemTable } from './items.ts';
import * as ask from './postmortem-queries.ts';
import { stateLine, type Told } from './search.ts';
import type { Viewer } from './viewer.ts';

type One = Told & { id: string; title: string; timezone: string | null; author: string };
type Section = { key: string; heading: string; markdown: string };
type Entry = { written: string; at: string; precision: string; zone: string | null; text: string };
type Milestone = { kind: MilestoneKind; written: string; at: string; zone: string; instant: number };
type Step = { step: string; at: number; by: string };

/** Markdown is made HTML once and kept: a floor would not make the same text anew for everybody who reads it. */
const made = new Map<string, string>();
function html(markdown: string): string {
  let known = made.get(markdown);
  if (known === undefined) made.set(markdown, (known = render(markdown)));
  return known;
}

const longDays = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });
const moments = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
  timeZoneName: 'short',
});

function timeline(entries: Entry[], timezone: string | null): string {
  let [list, before] = ['', ''];
  for (const { at, precision, written, zone, text } of entries) {
    const day = at?.slice(0, 10) ?? '';
    const heading =
      day && day !== before
        ? `<p class="pt-3 pb-1 text-sm font-semibold text-soft">${longDays.format(new Date(`${day}T00:00:00Z`)).replace(',', '')}</p>`
        : '';
    before = day;
    const time = precision === 'minute' ? at.slice(11) : precision === 'day' ? '' : e(written);
    list += `<li class="break-inside-avoid pl-4">${heading}<div class="relative py-1.5 sm:grid sm:grid-cols-[7rem_1fr] sm:gap-3"><span aria-hidden="true" class="absolute top-3.5 -left-[1.36rem] size-2.5 rounded-full border-2 border-accent bg-paper"></span><p class="text-sm leading-6 text-soft tabular-nums" title="As written: ${e(written)}">${time}<span class="ml-1">${e(zone ?? timezone ?? '')}</span></p><div class="prose min-w-0">${html(text)}</div></div></li>`;
  }
  return `<ol class="border-l-2 border-line">${list}</ol>`;
}

function strip(held: Milestone[]): string {
  const known = Object.fromEntries(held.map(({ kind, instant }) => [kind, instant]));
  const told = Object.entries(measures(known)) as [Measure, number][];
  const measured = told.map(
    ([measure, ms]) =>
      `<div><dt class="text-sm text-soft">${measureWords[measure]}</dt><dd class="font-serif text-xl font-semibold">${duration(ms)}</dd></div>`,
  );
  const rows = held.map(
    ({ kind, at, written, zone }) =>
      `<div><dt class="text-soft">${milestoneWords[kind]}</dt><dd class="tabular-nums">${e(at?.replace('T', ' ') ?? written)} ${e(zone)}</dd></div>`,
  );
  return `<section aria-label="Milestones" class="rounded-lg border border-line bg-surface p-5"><div class="space-y-4"><dl class="flex flex-wrap gap-x-8 gap-y-3">${measured.join('')}</dl><dl class="flex flex-wrap gap-x-8 gap-y-2 text-sm">${rows.join('')}</dl></div></section>`;
}

const section = (key: string, heading: string, content: string) =>
  `<section aria-labelledby="${key}-heading" class="space-y-4"><h2 id="${key}-heading" class="font-serif text-2xl font-semibold">${e(heading)}</h2>${content}</section>`;

const did: Record<string, string> = { drafted: 'started it', published: 'published it' };

export function postmortemPage(viewer: Viewer, id: string): string | null {
  const postmortem = ask.one.get({ viewer: viewer.id, id }) as One | undefined;
  if (!postmortem) return null;
  const entries = ask.entries.all(id) as Entry[];
  const items = ask.items.all(id) as Item[];
  const rows = ask.milestones.all(id) as Milestone[];
  const held = milestoneKinds
    .map((kind) => rows.find((row) => row.kind === kind))
    .filter((row) => row !== undefined);
  const parts = (ask.sections.all(id) as Section[]).map(({ key, heading, markdown }) => {
    if (key === 'timeline') return section(key, heading, timeline(entries, postmortem.timezone));
    if (key === 'action-items') return section(key, heading, itemTable(items, 'Action items'));
    return markdown === '' ? '' : section(key, heading, `<div class="prose">${html(markdown)}</div>`);
  });
  const people = (ask.people.all(id) as { part: 'author'; name: string }[]).map(
    ({ name, part }) => `<li>${e(name)} <span class="text-soft">${partWords[part].toLowerCase()}</span></li>`,
  );
  const squads = (ask.squads.all(id) as { name: string }[]).map(
    ({ name }) => `<li>${e(name)} <span class="text-soft">squad</span></li>`,
  );
  const steps = (ask.steps.all(id) as Step[]).map(
    ({ step, at, by }) =>
      `<li>${e(by)} ${did[step]}<time dateTime="${new Date(at).toISOString()}" class="block text-soft">${moments.format(at)}</time></li>`,
  );
  const actions = `<a class="${quietButton}" href="/postmortems/${id}/print">Print</a><a class="${quietButton}" href="/postmortems/${id}/markdown">Markdown</a>`;
  const aside = `<aside class="mt-10 space-y-8 lg:mt-0"><section aria-labelledby="people"><h2 id="people" class="mb-2 font-semibold">Who takes part</h2><ul class="space-y-1 text-sm">${people.join('')}${squads.join('')}</ul></section><section aria-labelledby="history"><h2 id="history" class="mb-2 font-semibold">History</h2><ol class="space-y-2 text-sm">${steps.join('')}</ol></section></aside>`;
  const main = `${head(e(postmortem.title), `Written by ${e(postmortem.author)}`, stateLine(postmortem), actions)}<div class="gap-10 lg:grid lg:grid-cols-[minmax(0,1fr)_14rem]"><div class="max-w-4xl space-y-10">${strip(held)}${parts.join('')}</div>${aside}</div>`;
  return frame(viewer, e(postmortem.title), main);
}
