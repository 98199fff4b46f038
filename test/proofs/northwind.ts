/** The built app with Northwind in it, founded and joined through its own forms. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { GivenRole } from '#app/accounts/permissions.ts';
import { paths } from '#app/paths.ts';
import { startApp } from '#test/support/started.ts';

import { type Visitor, visitorOf } from './visitor.ts';

const password = 'seven grey herons at dusk';
const emailOf = (name: string) => `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@northwind.example`;

export type Somebody = Visitor & { name: string; email: string; id: string; signIn(): Promise<void> };

export type Northwind = {
  origin: string;
  /** the file of its database, to be looked into */
  file: string;
  /** who set it up: organiser and administrator */
  founder: Somebody;
  /** somebody new, by an invitation, with these roles */
  join(name: string, ...roles: GivenRole[]): Promise<Somebody>;
  /** a squad with these members; its id */
  squad(name: string, ...members: Somebody[]): Promise<string>;
  stop(): Promise<void>;
};

/**
 * Starts the built app with an empty database, and what else is given in its environment, and founds Northwind in it.
 * `stop` leaves nothing behind.
 */
export async function foundNorthwind(env: Record<string, string> = {}): Promise<Northwind> {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-proof-'));
  const file = join(folder, 'guildhall.db');
  const app = await startApp({ DATABASE_URL: `file:${file}`, LOG: 'off', ...env });
  const { origin } = app;
  const name = 'Wei Chen';
  const visitor = visitorOf(origin);
  const organisation = { organisation: 'Northwind', timezone: 'UTC' };
  const path = new URL(app.setUpLink!).pathname;
  await visitor.post(path, { ...organisation, name, email: emailOf(name), password });
  const founder = await known(visitor, name, visitor);

  return {
    origin,
    file,
    founder,
    async join(newcomer, ...roles) {
      const { text } = await founder.submit(paths.invitations(), { email: emailOf(newcomer) });
      const link = /\/invitations\/[\w-]{20,}/.exec(text)![0];
      const theirs = visitorOf(origin);
      await theirs.post(link, { name: newcomer, password });
      const joined = await known(theirs, newcomer, founder);
      for (const role of roles) await founder.post(paths.personRoles(joined.id), { role });
      return joined;
    },
    async squad(called, ...members) {
      const id = idIn(await founder.post(paths.squads(), { name: called }));
      for (const member of members) await founder.post(paths.squadMembers(id), { person: member.id });
      return id;
    },
    async stop() {
      await app.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A visitor who has an account here. */
async function known(visitor: Visitor, name: string, asked: Visitor): Promise<Somebody> {
  const email = emailOf(name);
  const people = await asked.page(`${paths.people()}?search=${encodeURIComponent(email)}`);
  const link = new RegExp(`href="/people/([0-9a-z]{16})"[^>]*>${name}<`).exec(people);
  if (!link) throw new Error(`${name} is not among the people.`);
  const signIn = () => visitor.post(paths.signIn(), { email, password }).then(() => {});
  return { ...visitor, name, email, id: link[1]!, signIn };
}

/** The id in an address. */
export const idIn = (path: string): string => {
  const id = /\/([0-9a-z]{16})(?=[/?#]|$)/.exec(path)?.[1];
  if (!id) throw new Error(`There is no id in ${path}.`);
  return id;
};
