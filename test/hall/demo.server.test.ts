/** The company that `npm run demo` shows: whole, and the same each time. */
import { asc, count, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';

import { signIn } from '#app/accounts/sign-in.server.ts';
import { isOverdue } from '#app/action-items/action-item.ts';
import { readCompany, readYear } from '#app/hall/demo/content.server.ts';
import { personaNamed, personas } from '#app/hall/demo/personas.server.ts';
import { makeDemo } from '#app/hall/demo/seed.server.ts';
import { filterSchema } from '#app/postmortems/library.ts';
import { browse } from '#app/postmortems/library.server.ts';
import { missing } from '#app/postmortems/publication.server.ts';
import { sponsorList } from '#app/insight/sponsors.server.ts';
import { nominationsWaitingFor } from '#app/recognition/nominations.server.ts';
import { requestsWaitingFor } from '#app/recognition/reward-requests.server.ts';
import { yearOf } from '#app/recognition/review-facts.server.ts';
import { sharedWith, visibleReview } from '#app/recognition/reviews.server.ts';
import { wallPage } from '#app/recognition/wall.server.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { actionItems, actionItemSteps } from '#db/schema/action-items.ts';
import { notices } from '#db/schema/notices.ts';
import { loopLinks } from '#db/schema/insight.ts';
import { postmortems, postmortemSteps } from '#db/schema/postmortems.ts';
import { nominations, reviews, squadGoals } from '#db/schema/recognition.ts';
import { squads } from '#db/schema/squads.ts';
import { day, now } from '#test/support/clock.ts';

/** Everything that happened, with when and to whom, but for the ids. */
async function everything() {
  const told = await db.read
    .select({ at: notices.at, readAt: notices.readAt, text: notices.text, to: people.name })
    .from(notices)
    .innerJoin(people, eq(people.id, notices.personId))
    .orderBy(asc(notices.at), asc(people.name), asc(notices.text));
  const moved = await db.read
    .select({ step: postmortemSteps.step, at: postmortemSteps.at, title: postmortems.title })
    .from(postmortemSteps)
    .innerJoin(postmortems, eq(postmortems.id, postmortemSteps.postmortemId))
    .orderBy(asc(postmortemSteps.at), asc(postmortems.title), asc(postmortemSteps.step));
  const fixed = await db.read
    .select({
      step: actionItemSteps.step,
      at: actionItemSteps.at,
      dueAt: actionItems.dueAt,
      statement: actionItems.statement,
    })
    .from(actionItemSteps)
    .innerJoin(actionItems, eq(actionItems.id, actionItemSteps.actionItemId))
    .orderBy(asc(actionItemSteps.at), asc(actionItems.statement), asc(actionItemSteps.step));
  return { told, moved, fixed };
}

const undone = new Error('undone');
let first: Awaited<ReturnType<typeof everything>>;

beforeAll(async () => {
  const attempt = db.write(async () => {
    await makeDemo(now, () => {});
    first = await everything();
    throw undone;
  });
  await expect(attempt).rejects.toBe(undone);
  await makeDemo(now, () => {});
});

const statesOf = async (table: typeof postmortems | typeof actionItems) => {
  const rows = await db.read.select({ state: table.state, many: count() }).from(table).groupBy(table.state);
  return Object.fromEntries(rows.map(({ state, many }) => [state, many]));
};
const seenBy = async (slug: string) => {
  const person = await personaNamed(slug, now);
  const { found } = await browse(person!, filterSchema.parse({}), null);
  return new Set(found.map(({ title }) => title));
};

describe('what it is made of', () => {
  it.each(readYear(now).map((told) => [told.story.document, told] as const))(
    '%s is read as meant, and whole',
    (_, { reading: { document, unplaced, warnings }, story }) => {
      expect(unplaced).toBe('');
      expect(warnings).toEqual([]);
      expect(document.severity).not.toBeNull();
      expect(document.timezone).not.toBeNull();
      expect(document.timeline.every(({ at }) => at?.includes('T'))).toBe(true);
      expect(document.actions.every(({ owner }) => owner !== null)).toBe(true);
      expect(story.items.length).toBeLessThanOrEqual(document.actions.length);
      if (!story.published) return;
      expect(document.timeline.length).toBeGreaterThanOrEqual(6);
      expect(document.actions.length).toBeGreaterThanOrEqual(3);
    },
  );

  it('ends in the week before now, whenever that is, each day on its weekday', () => {
    for (const later of [0, 3 * day, 400 * day]) {
      const { timeline } = readYear(now + later).at(-1)!.reading.document;
      const last = Date.parse(`${timeline.at(-1)!.at}Z`);
      expect(new Date(last).getUTCDay()).toBe(1);
      expect(now + later - last).toBeGreaterThan(0);
      expect(now + later - last).toBeLessThan(10 * day);
    }
  });
});

describe('what comes of it', () => {
  it('is the same each time', async () => {
    expect(await everything()).toEqual(first);
    expect(first.moved.length).toBeGreaterThan(60);
  });

  it('is left as it is on the next start', async () => {
    await makeDemo(now + 30 * day, () => expect.unreachable('There is nothing to say.'));
    expect(await everything()).toEqual(first);
  });

  it('has people in squads, and none whom a password lets in', async () => {
    const { personas: all } = readCompany(now);
    expect(await db.read.$count(people)).toBe(43);
    expect(await db.read.$count(squads)).toBe(12);
    for (const { slug } of all) {
      const person = await personaNamed(slug, now);
      const [row] = await db.read.select().from(people).where(eq(people.id, person!.id));
      const from = { device: null, address: '203.0.113.7', userAgent: null };
      expect(await signIn(row!.email, '', from, now)).toMatchObject({ refused: 'no-match' });
    }
  });

  it('has postmortems and action items in every state', async () => {
    expect(await statesOf(postmortems)).toEqual({ published: 13, 'in-review': 1, draft: 2 });
    const items = await statesOf(actionItems);
    expect(Object.keys(items).sort()).toEqual(['done', 'dropped', 'imported', 'open', 'verified']);
    expect(items.verified).toBeGreaterThan(30);
    const rows = await db.read.select().from(actionItems);
    expect(rows.filter((item) => isOverdue(item, now)).length).toBeGreaterThan(2);
  });

  it('has published nothing with a part missing', async () => {
    const published = await db.read.select().from(postmortems).where(eq(postmortems.state, 'published'));
    for (const { id, title } of published) expect([title, await missing(id)]).toEqual([title, []]);
  });

  it('happened in its past, nothing before it was written', async () => {
    const { told, moved, fixed } = await everything();
    for (const { at } of [...told, ...moved, ...fixed]) expect(at).toBeLessThan(now);
    expect(now - moved[0]!.at).toBeGreaterThan(340 * day);
  });

  it('looks different to each persona', async () => {
    const [champion, organiser, manager, engineer] = await Promise.all(
      ['champion', 'organiser', 'manager', 'engineer'].map(seenBy),
    );
    const year = readYear(now);
    const title = (name: string) => year.find(({ story }) => story.document === name)!.reading.document.title;
    expect(champion).toContain(title('double-payouts'));
    expect(champion).not.toContain(title('changed-bank-details'));
    expect(organiser).toContain(title('changed-bank-details'));
    expect(organiser).not.toContain(title('refund-limit'));
    expect(manager).toContain(title('handhelds-signed-out'));
    expect(manager).not.toContain(title('double-payouts'));
    expect(engineer).toContain(title('countable-tracking-links'));
    expect(engineer).not.toContain(title('closed-depot'));
    expect(
      new Set([champion, organiser, manager, engineer].map((seen) => [...seen!].sort().join())).size,
    ).toBe(4);
  });

  it('has something waiting for every persona', async () => {
    const { cards } = await personas(now);
    for (const { slug, notices: unread, items } of cards) {
      expect([slug, unread > 0, unread < 12, slug === 'organiser' || items > 0]).toEqual([
        slug,
        true,
        true,
        true,
      ]);
    }
  });
});

it('keeps away from a database that is somebody else’s', async () => {
  const attempt = db.write(async (tx) => {
    await tx.update(people).set({ email: 'amina@elsewhere.example' }).where(eq(people.name, 'Amina Diallo'));
    await makeDemo(now, () => {});
  });
  await expect(attempt).rejects.toThrow(/not the demo/);
});

describe('recognition', () => {
  const seen = async (slug: string) => (await personaNamed(slug, now))!;
  const year = async (name: string) => {
    const [row] = await db.read
      .select({ id: reviews.id, year: reviews.year, personId: reviews.personId })
      .from(reviews)
      .innerJoin(people, eq(people.id, reviews.personId))
      .where(eq(people.name, name));
    return row!;
  };

  it('has a wall, from which who would rather not be seen is missing', async () => {
    const { shown } = await wallPage(await seen('engineer'), null);
    const on = shown.map((one) => one.person.name);
    expect(on).toEqual(expect.arrayContaining(['Amina Diallo', 'Pieter Smit', 'Oleksandr Bondarenko']));
    expect(on).not.toContain('Bilal Yousaf');
  });

  it('has an award that two gave, and others that wait for the organiser', async () => {
    const states = await db.read.select({ state: nominations.state }).from(nominations);
    expect(states.map(({ state }) => state).sort()).toEqual(['given', 'open', 'open']);
    const organiser = { ...(await seen('organiser')), roles: ['organiser' as const], email: '' };
    expect(await nominationsWaitingFor(organiser, now)).toBe(2);
    expect(await requestsWaitingFor(organiser)).toBe(1);
  });

  it('has a year that its person shares with a manager, and whose hers is not', async () => {
    const manager = await seen('manager');
    const { shared } = await sharedWith(manager, null);
    expect(shared.map(({ person }) => person)).toEqual(['Wanjiru Kamau']);
    expect(await visibleReview(manager, (await year('Amina Diallo')).id)).toBeNull();
  });

  it('looks back on a year with something in it', async () => {
    const own = await year('Amina Diallo');
    const told = await yearOf(own.personId, own.year, {
      ...{ id: own.personId, name: 'Amina Diallo', email: '', roles: [] },
    });
    expect(told.evidence).toHaveLength(2);
    expect(told.hours).toHaveLength(1);
    expect(told.recognised.length).toBeGreaterThan(1);
  });

  it('has a goal where five may have one, sponsors, and lessons that came of something', async () => {
    expect(await db.read.$count(squadGoals)).toBe(1);
    expect((await sponsorList()).map(({ name }) => name)).toEqual(['Mirela Popescu', 'Rafael Ochoa']);
    expect(await db.read.$count(loopLinks)).toBe(2);
  });
});
