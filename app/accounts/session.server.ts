import { type AppLoadContext, data, redirect } from '@remix-run/node';
import { and, eq, gt, isNull, lte, ne } from 'drizzle-orm';
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia';

import { configuration } from '#app/configuration.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import { memory, remember } from '#db/remember.server.ts';
import { people, roles, sessions } from '#db/schema/accounts.ts';

import { type GivenRole, may, type Permission } from './permissions.ts';
import { newToken, sha256 } from './secrets.server.ts';
import type { Viewer } from './viewer.ts';

/** Sessions and rights as they were last looked up, for as long as nobody's have changed. */
const MOST_KNOWN = 20_000;
const knownSessions = memory<Found | null>(MOST_KNOWN);
const knownRoles = memory<GivenRole[]>(MOST_KNOWN);
type Found = { personId: string; expiresAt: number; name: string; email: string };

const findSession = (hash: string) =>
  remember(knownSessions, hash, async () => {
    const [row] = await db.read
      .select({
        personId: sessions.personId,
        expiresAt: sessions.expiresAt,
        name: people.name,
        email: people.email,
      })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.personId))
      .where(and(eq(sessions.id, hash), isNull(people.deactivatedAt)));
    return row ?? null;
  });

const rolesOf = (personId: string) =>
  remember(knownRoles, personId, async () => {
    const held = await db.read
      .select({ role: roles.role })
      .from(roles)
      .where(and(eq(roles.personId, personId), isNull(roles.renouncedAt)));
    return held.map((row) => row.role);
  });

/** Announced when a session ends, whose key this is. */
export const endOfSession = (key: string) => `session:${key}`;

/** Stores the SHA-256 of a session's id; the id itself is known to the cookie alone. */
const adapter: Adapter = {
  async getSessionAndUser(id) {
    const row = await findSession(sha256(id));
    if (!row) return [null, null];
    const session: DatabaseSession = {
      id,
      userId: row.personId,
      expiresAt: new Date(row.expiresAt),
      attributes: { userAgent: '' },
    };
    const user: DatabaseUser = { id: row.personId, attributes: { name: row.name, email: row.email } };
    return [session, user];
  },
  async getUserSessions() {
    throw new Error('Lucia would answer hashes for ids here: ask sessionsOf instead.');
  },
  async setSession(session) {
    await db.write((tx) =>
      tx.insert(sessions).values({
        id: sha256(session.id),
        personId: session.userId,
        expiresAt: session.expiresAt.getTime(),
        startedAt: Date.now(),
        userAgent: session.attributes.userAgent,
      }),
    );
  },
  async updateSessionExpiration(id, expiresAt) {
    await db.write((tx) =>
      tx
        .update(sessions)
        .set({ expiresAt: expiresAt.getTime() })
        .where(eq(sessions.id, sha256(id))),
    );
  },
  async deleteSession(id) {
    await db.write(async (tx) => {
      await tx.delete(sessions).where(eq(sessions.id, sha256(id)));
      db.announce(endOfSession(sha256(id)));
    });
  },
  deleteUserSessions: (personId) => endSessionsOf(personId),
  async deleteExpiredSessions() {
    await db.write((tx) => tx.delete(sessions).where(lte(sessions.expiresAt, Date.now())));
  },
};

const overHttps = configuration.origin.startsWith('https:');

const lucia = new Lucia(adapter, {
  sessionExpiresIn: new TimeSpan(configuration.sessionDays, 'd'),
  sessionCookie: {
    name: overHttps ? '__Host-guildhall' : 'guildhall',
    attributes: { secure: overHttps, sameSite: 'lax', path: '/' },
  },
  getUserAttributes: ({ name, email }) => ({ name, email }),
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseUserAttributes: { name: string; email: string };
    DatabaseSessionAttributes: { userAgent: string };
  }
}

declare module '@remix-run/node' {
  interface AppLoadContext {
    /** asked once a request, however many loaders want to know */
    viewer?: Promise<(Viewer & { sessionKey: string }) | null>;
  }
}

export type Asked = { request: Request; context: AppLoadContext };

const inCookies = new RegExp(`(?:^|;)\\s*${lucia.sessionCookieName}=([\\w-]+)`);
/** Lucia would decode every cookie there is, and throws at a stray "%" in somebody else's. */
const sessionIdIn = (request: Request) => inCookies.exec(request.headers.get('Cookie') ?? '')?.[1] ?? null;

async function lookUp({ request, context }: Asked) {
  const id = sessionIdIn(request);
  if (!id) return null;
  const user = context.untraced ? await peek(id) : await validated(id, context);
  if (!user) return null;
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    roles: await rolesOf(user.id),
    sessionKey: sha256(id),
  };
}

/** Whose session it is. Past half its life it is given a new one, of which its cookie has to know. */
async function validated(id: string, context: AppLoadContext) {
  const { user, session } = await lucia.validateSession(id);
  if (session?.fresh) context.freshCookie = lucia.createSessionCookie(id).serialize();
  return user;
}

/** The same, and the session stays as it is, even where it has run out: a change would tell when somebody was here. */
async function peek(id: string) {
  const found = await findSession(sha256(id));
  if (!found || found.expiresAt <= Date.now()) return null;
  return { id: found.personId, name: found.name, email: found.email };
}

/** Who asks, or null when nobody is signed in. */
export function currentViewer(asked: Asked) {
  asked.context.viewer ??= lookUp(asked);
  return asked.context.viewer;
}

/** Who asks; leads somebody not signed in to the sign-in page, and back here afterwards. */
export async function requireViewer(asked: Asked): Promise<Viewer & { sessionKey: string }> {
  const viewer = await currentViewer(asked);
  if (viewer) return viewer;
  const { pathname, search } = new URL(asked.request.url);
  throw redirect(paths.signIn(asked.request.method === 'GET' ? pathname + search : undefined));
}

/** Who asks, for a page about their own account: a browser keeps nothing of it. */
export function requireOwner(asked: Asked) {
  asked.context.keptNowhere = true;
  return requireViewer(asked);
}

/** Who asks, and may do this; 403 otherwise. A browser keeps nothing of what few may see. */
export async function requirePermission(asked: Asked, permission: Permission) {
  const viewer = await requireViewer(asked);
  if (!may({ roles: [] }, permission)) asked.context.keptNowhere = true;
  if (!may(viewer, permission)) throw data(null, { status: 403 });
  return viewer;
}

/** Signs a person in. Returns the Set-Cookie header. */
export async function startSession(personId: string, userAgent: string | null): Promise<string> {
  const session = await lucia.createSession(
    personId,
    { userAgent: (userAgent ?? '').slice(0, 200) },
    { sessionId: newToken() },
  );
  return lucia.createSessionCookie(session.id).serialize();
}

/** Ends the session a request carries. Returns the Set-Cookie header that forgets it. */
export async function endSession(request: Request): Promise<string> {
  const id = sessionIdIn(request);
  if (id) await lucia.invalidateSession(id);
  return lucia.createBlankSessionCookie().serialize();
}

/** A person's open sessions, newest first. `key` is the stored hash: it names a session and opens nothing. */
export async function sessionsOf(personId: string, now: number) {
  const rows = await db.read
    .select({
      key: sessions.id,
      startedAt: sessions.startedAt,
      expiresAt: sessions.expiresAt,
      userAgent: sessions.userAgent,
    })
    .from(sessions)
    .where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, now)));
  return rows.sort((a, b) => b.startedAt - a.startedAt);
}

/** Ends one of a person's sessions by its key; somebody else's is left alone. Answers whether there was one. */
export async function endSessionByKey(personId: string, key: string): Promise<boolean> {
  return db.write(async (tx) => {
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.personId, personId), eq(sessions.id, key)))
      .returning({ key: sessions.id });
    for (const one of ended) db.announce(endOfSession(one.key));
    return ended.length > 0;
  });
}

/** Ends all of a person's sessions, but for the one named. */
export async function endSessionsOf(personId: string, exceptKey?: string): Promise<void> {
  const others = exceptKey === undefined ? undefined : ne(sessions.id, exceptKey);
  await db.write(async (tx) => {
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.personId, personId), others))
      .returning({ key: sessions.id });
    for (const one of ended) db.announce(endOfSession(one.key));
  });
}
