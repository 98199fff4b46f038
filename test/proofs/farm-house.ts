/** The built app in this process, asked through its request handler by people who are signed in. */
import { resolve } from 'node:path';

import type { ServerBuild } from '@remix-run/node';

import { signIn, somebody, type TestPerson } from '#test/support/people.ts';

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
  return {
    ...person,
    visit: (path) => ask(path),
    submit: (path, fields = {}) => ask(path, { method: 'POST', body: new URLSearchParams(fields) }),
    async comeBack() {
      cookie = await signIn(person);
    },
  };
}
