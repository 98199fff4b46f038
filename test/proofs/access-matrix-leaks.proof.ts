/** Every route x everybody who might ask x somebody else's objects: what reaches them, and what they change. */
import type { Permission } from '#app/accounts/permissions.ts';
import { paths } from '#app/paths.ts';

import { places as routes } from '../house/floor-plan.ts';
import type { Asker } from './askers.ts';
import { strangersForm, waysToAsk, withoutMoments } from './asking-everything.ts';
import type { PageForm } from './forms.ts';
import { keepPrivate, type KeptPrivate } from './kept-private.ts';
import { foundNorthwind } from './northwind.ts';
import { formsOf, mustBeKnownTo } from './owners-eyes.ts';
import { places, word, wordOf } from './private-draft.ts';
import type { Proof } from './proof.ts';
import { differenceOf, rowsNaming } from './rows.ts';
import { addressOf } from './stand-ins.ts';

export const proof: Proof = {
  name: 'access-matrix-leaks',
  unit: 'leaks',
  aim: 0,
  better: 'lower',
  async measure(tell) {
    const northwind = await foundNorthwind();
    try {
      const counted: Counted = { requests: 0, leaks: new Set() };
      const house = await keepPrivate(northwind, listsOf);
      for (const asker of house.askers) {
        await askLists(asker, house, counted);
        await askSearch(asker, counted);
      }
      const forms = await formsOf(house.author, house.sets);
      for (const asker of house.askers) {
        await askRoutes(asker, house, forms, northwind.file, counted);
        tell(`${asker.is}: ${counted.requests} requests so far`);
      }
      await mustBeKnownTo(house.author, house.sets);
      for (const words of counted.leaks) tell(words);
      const kinds = house.askers.map(({ is }) => is);
      return {
        figure: counted.leaks.size,
        note: `${counted.requests} requests, ${routes.length} routes, ${kinds.length} kinds of person: ${kinds.join(', ')}`,
      };
    } finally {
      await northwind.stop();
    }
  },
};

type Counted = { requests: number; leaks: Set<string> };

/** The data of every page without a parameter, as this person sees it. */
async function listsOf({ visitor }: Asker): Promise<[string, string][]> {
  // Whatever was to be said once is said before, to those who are let in and to those who are not.
  for (const path of [paths.home(), paths.signIn()]) await visitor.visit(path);
  // That mail waits for somebody is what /messages is for: whom it is for and of which kind, never what it is about.
  const lists = routes
    .map(({ path }) => path)
    .filter((path) => !/[:*]|sign-out|healthz|^\/messages/.test(path));
  const answers: [string, string][] = [];
  for (const path of [...lists, `${paths.actionItems()}?state=all`, `${paths.postmortems()}?q=outage`]) {
    const [at, query] = path.split('?');
    const data = `${at === '/' ? '/_root' : at}.data${query ? `?${query}` : ''}`;
    const [answer, again] = [await visitor.visit(data), await visitor.visit(data)].map(withoutMoments);
    answers.push([data, withoutFormIds(answer!, again!)]);
  }
  return answers;
}

/** A form has an id or a secret of its own each time: what the same page, asked for at once, has not. */
const withoutFormIds = (answer: string, again: string): string =>
  answer.replaceAll(/[\w-]{43}|[0-9a-z]{16}/g, (id) => (again.includes(id) ? id : 'a form'));

/** Lists and their counts say nothing of what has come since. */
async function askLists(asker: Asker, { before }: KeptPrivate, counted: Counted): Promise<void> {
  const now = await listsOf(asker);
  counted.requests += now.length;
  for (const [at, [path, answer]] of before.get(asker)!.entries())
    if (now[at]![1] !== answer) counted.leaks.add(`${asker.is}: ${path} tells that there is something new`);
}

/** A search for a word that is there says just what one for a word says that is nowhere. */
async function askSearch({ is, visitor }: Asker, counted: Counted): Promise<void> {
  const nowhere = 'quanowherezilu';
  const search = (q: string) => visitor.visit(`${paths.postmortems()}.data?q=${q}`);
  for (const place of places) {
    const [found, none] = [await search(wordOf(place)), await search(nowhere)];
    counted.requests += 2;
    if (withoutMoments(found).replaceAll(wordOf(place), nowhere) !== withoutMoments(none))
      counted.leaks.add(`${is}: a search finds the word of ${place}`);
  }
}

/** What some may change about the bystander, their squad and their invitation: table by table, who may. */
const changeable: Record<string, Permission[]> = {
  people: ['deactivate-people'],
  sessions: ['deactivate-people'],
  roles: ['give-roles'],
  tokens: ['invite-people', 'reset-passwords'],
  notices: ['give-roles', 'reset-passwords', 'arrange-champions'],
  // What has reached the security team is theirs, and so is the library.
  concerns: ['arrange-champions'],
  concern_steps: ['arrange-champions'],
  articles: ['arrange-champions'],
  squads: ['arrange-squads'],
  squad_members: ['arrange-squads'],
  // Points go to squads that are at work.
  changed_people: ['arrange-squads'],
  organisations: ['change-settings'],
  audit_entries: ['give-roles', 'deactivate-people', 'reset-passwords', 'arrange-squads', 'invite-people'],
};

type Change = ReturnType<typeof differenceOf>[number];
/** Organisers are told of a question that anybody asks. */
const isOfOwnQuestion = (address: string, { table, text }: Change) =>
  address === paths.newQuestion() &&
  ((table === 'notices' && text.includes('"text":"A new question: A stranger wrote this"')) ||
    (table === 'messages' && text.includes('"kind":"question"')));

async function askRoutes(
  asker: Asker,
  { sets, kept, bystanding }: KeptPrivate,
  forms: Map<string, PageForm>,
  file: string,
  counted: Counted,
): Promise<void> {
  const mayChange = (table: string) =>
    changeable[table]?.some((permission) => asker.may(permission)) ?? false;
  for (const { path: route, file: routeFile } of routes) {
    for (const objects of route.includes(':id') ? sets : sets.slice(0, 1)) {
      const address = addressOf(route, objects);
      const leak = (words: string) => counted.leaks.add(`${asker.is}: ${words}`);
      await asker.comeBack();
      const private_ = rowsNaming(file, kept);
      const public_ = rowsNaming(file, bystanding, ['organisations']);
      const fields = strangersForm(forms.get(address), asker.email);
      if (route.startsWith('/squads/')) fields.push(['person', objects.bystanderId]);
      for (const { says, ...question } of waysToAsk(address, routeFile.replace(/\.tsx?$/, ''), fields)) {
        const answer = await asker.visitor.ask(question);
        counted.requests++;
        const said = word.exec(answer.text + answer.headers)?.[0];
        if (said) leak(`${says} ${address} sends “${said}”`);
        if (answer.status >= 500) leak(`${says} ${address} answered ${answer.status}`);
      }
      for (const change of differenceOf(private_, rowsNaming(file, kept)))
        if (!isOfOwnQuestion(address, change)) leak(`${address} changed ${change.text}`);
      for (const { table, text } of differenceOf(public_, rowsNaming(file, bystanding, ['organisations'])))
        if (!mayChange(table)) leak(`${address} changed ${text}`);
    }
  }
}
