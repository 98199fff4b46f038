/** What somebody sees of their own: the forms they are shown, the words they can read. */
import { places as routes } from '../house/floor-plan.ts';
import { formsOn, type PageForm } from './forms.ts';
import type { Somebody } from './northwind.ts';
import { places, wordOf } from './private-draft.ts';
import { addressOf, type Objects } from './stand-ins.ts';

const pages = routes.map(({ path }) => path).filter((path) => path !== '/sign-out');

/** The forms their owner sees, by where they lead. */
export async function formsOf(owner: Somebody, sets: Objects[]): Promise<Map<string, PageForm>> {
  const forms = new Map<string, PageForm>();
  for (const objects of sets) {
    for (const path of pages) {
      const at = addressOf(path, objects);
      for (const form of formsOn((await owner.visit(at)).text, at))
        if (form.method === 'POST' && !forms.has(form.path)) forms.set(form.path, form);
    }
  }
  return forms;
}

/** Nothing is proved by the silence of words that were never there: throws unless their owner reads every one. */
export async function mustBeKnownTo(owner: Somebody, sets: Objects[]): Promise<void> {
  let seen = '';
  for (const objects of sets) {
    for (const path of pages) {
      const { text, headers } = await owner.visit(addressOf(path, objects));
      seen += text + headers;
    }
  }
  const unseen = places.filter((place) => !seen.includes(wordOf(place)));
  if (unseen.length > 0) throw new Error(`Their owner does not see the words of: ${unseen.join(', ')}.`);
}
