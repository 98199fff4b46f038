/** The built app in this process, asked through its request handler by people who are signed in. */
import { resolve } from 'node:path';

import type { ServerBuild } from '@remix-run/node';

import { signIn, somebody, type TestPerson } from '#test/support/people.ts';

import { formsOn } from './forms.ts';
import type { Answer } from './visitor.ts';

type Build = ServerBuild & {
  entry: { module: { answering: typeof import('#app/hall/answering.server.ts').answering } };
};
const build = (await import(resolve('build/server/index.js'))) as Build;
const origin = process.env.ORIGIN!;
const respond = build.entry.module.answering(build, origin);

/** Every route that answers what is posted to it: "/nominations/:id/vote". */
export const actingRoutes = Object.values(build.routes)
  .filter((route) => route?.module.action !== undefined && route.path !== undefined)
  .map((route) => `/${route!.path}`);

export type Farmer = TestPerson & {
  visit(path: string): Promise<Answer>;
  submit(path: string, fields?: Record<string, string> | [string, string][]): Promise<Answer>;
  /** fills in the form of a page that has this field, as shown but for these answers; throws where there is none */
  fillIn(path: string, field: string, answers: Record<string, string>): Promise<Answer>;
  /** as after months away */
  comeBack(): Promise<void>;
};

/** Somebody new, with a browser. */
export async function farmer(name: string, ...roles: ('organiser' | 'administrator')[]): Promise<Farmer> {
  const person = await somebody(name, ...roles);
  let cookie = person.cookie;
  const ask = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const headers = { Origin: origin, Cookie: cookie, ...(init.headers as Record<string, string>) };
    const answer = await respond(new Request(origin + path, { ...init, headers }), '203.0.113.1');
    return {
      status: answer.status,
      to: answer.headers.get('Location') ?? '',
      headers: '',
      text: await answer.text(),
    };
  };
  const submit: Farmer['submit'] = (path, fields = {}) =>
    ask(path, { method: 'POST', body: new URLSearchParams(fields) });
  return {
    ...person,
    visit: (path) => ask(path),
    submit,
    async fillIn(path, field, answers) {
      const { text, status } = await ask(path);
      const form = formsOn(text, path).find(
        ({ method, fields }) => method === 'POST' && fields.some(([known]) => known === field),
      );
      if (!form) throw new Error(`${path} (${status}) has no form that asks for ${field}.`);
      const shown = form.fields.filter(([known]) => !Object.hasOwn(answers, known));
      return submit(form.path, [...shown, ...Object.entries(answers)]);
    },
    async comeBack() {
      cookie = await signIn(person);
    },
  };
}
