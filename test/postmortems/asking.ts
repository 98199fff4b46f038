/** Postmortems through the app's pages, as somebody with a browser meets them. */
import { expect } from 'vitest';

import { paths } from '#app/paths.ts';
import { sentBy, submit, textOf, visit } from '#test/support/app.ts';
import type { TestPerson } from '#test/support/people.ts';

import { formTo } from './form-fields.ts';

type Fields = Record<string, string> | FormData | [string, string][];

const led = (response: Response) => response.headers.get('Location') ?? '';

/** Posts a form that must be taken. Returns where it leads and what is said there once. */
export async function post(as: TestPerson, path: string, fields: Fields = {}) {
  const response = await submit(path, fields, { as });
  expect([response.status, response.status < 400 ? '' : await textOf(response)]).toEqual([303, '']);
  const said = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!);
  const page = await visit(led(response), { as: { cookie: [as.cookie, ...said].join('; ') } });
  expect([led(response), page.status]).toEqual([led(response), 200]);
  return { to: led(response), page: await sentBy(page) };
}

/** Posts a form that must be refused with this status. Returns the page, so that what was typed can be looked for. */
export async function refused(as: TestPerson, status: number, path: string, fields: Fields = {}) {
  const response = await submit(path, fields, { as });
  expect([path, response.status]).toEqual([path, status]);
  return sentBy(response);
}

/** A page that must be there, word for word. */
export async function page(as: TestPerson, path: string) {
  const response = await visit(path, { as });
  expect([path, response.status]).toEqual([path, 200]);
  return sentBy(response);
}

/** The words of a page that must be there. */
export async function read(as: TestPerson, path: string) {
  const response = await visit(path, { as });
  expect([path, response.status]).toEqual([path, 200]);
  return textOf(response);
}

/** Sends a form as a page shows it, with some fields filled in otherwise. */
export async function fillIn(as: TestPerson, on: string, path: string, change: Record<string, string>) {
  const fields = formTo(path, await page(as, on)).filter(([name]) => !(name in change));
  return post(as, path, [...fields, ...Object.entries(change)]);
}

/** Starts one through the form. Returns its id. */
export async function start(as: TestPerson, fields: Record<string, string> = {}) {
  const { to } = await post(as, paths.newPostmortem(), {
    title: 'Checkout was slow',
    severity: '2',
    timezone: 'UTC',
    template: 'postmortem',
    ...fields,
  });
  return /^\/postmortems\/([0-9a-z]{16})\/edit$/.exec(to)![1]!;
}

/** Writes what one needs before it is published, and publishes it. */
export async function publish(as: TestPerson, id: string, cause = 'A check was missing.') {
  const entry = { day: '2026-03-04', time: '09:30', zone: '', written: '', text: 'The alarm rang.' };
  await post(as, paths.postmortemTimeline(id), entry);
  await fillIn(as, paths.editPostmortem(id), paths.postmortemSection(id, 'root-cause'), { markdown: cause });
  await post(as, paths.postmortemPublication(id));
}
