import { beforeEach, describe, expect, it } from 'vitest';

import { linkLesson, linksOf } from '#app/insight/links.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import { loopLinks } from '#db/schema/insight.ts';
import { newId } from '#db/ids.ts';
import { seriesOf } from '#test/meetings/known.ts';
import { now } from '#test/support/clock.ts';
import { sentBy, submit, textOf, visit } from '#test/support/app.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { KEYS, passers, publishedBy, QUESTION } from './loop-world.ts';

const WORD = 'Quetzalcoatlus';
let mara: TestPerson;
let jonas: TestPerson;
let tom: TestPerson;
/** on the list of what is private */
let nina: TestPerson;
beforeEach(async () => {
  mara = await somebody('Mara Lindqvist', 'organiser');
  jonas = await somebody('Jonas Brandt');
  tom = await somebody('Tom Adeyemi');
  nina = await somebody('Nina Okafor');
  await seriesOf(mara);
});
const privateOne = () => publishedBy(jonas, WORD, 'private', { people: [[nina, 'reader']] });

describe('linking', () => {
  it('works without JavaScript: choose a lesson, then a question by its words, and take it back', async () => {
    const { id } = await publishedBy(jonas, 'Zebra');
    const asked = await textOf(await visit(`${paths.postmortemLoop(id)}?module=${KEYS}`, { as: jonas }));
    expect(asked).toContain("Larkwharf's parcel console is signed in to with a password alone");
    const answer = await submit(
      paths.postmortemLessons(id),
      { module: KEYS, question: QUESTION },
      { as: jonas },
    );
    expect(answer.headers.get('Location')).toBe(paths.postmortemLoop(id));
    const [link] = await linksOf(id);
    expect(link).toMatchObject({ kind: 'question', target: `${KEYS}#${QUESTION}` });
    await submit(paths.lessonRemoval(id, link!.id), {}, { as: jonas });
    expect(await linksOf(id)).toEqual([]);
    await submit(paths.lessonRemoval(id, link!.id), { undo: 'yes' }, { as: jonas });
    expect(await linksOf(id)).toMatchObject([{ id: link!.id }]);
  });

  it('refuses what is not in the curriculum, and keeps what was chosen', async () => {
    const { id } = await publishedBy(jonas, 'Zebra');
    const none = await submit(paths.postmortemLessons(id), { module: 'white/99-none' }, { as: jonas });
    expect(none.status).toBe(422);
    const odd = await submit(paths.postmortemLessons(id), { module: KEYS, question: 'none' }, { as: jonas });
    expect(odd.status).toBe(422);
    expect(await odd.text()).toContain(`<input type="hidden" name="module" value="${KEYS}"`);
    expect(await linksOf(id)).toEqual([]);
  });

  it('is for those who work on it and organisers; the others read, and are offered no form', async () => {
    const { id } = await publishedBy(jonas, 'Zebra');
    const forms = async (as: TestPerson) => sentBy(await visit(paths.postmortemLoop(id), { as }));
    expect(await forms(tom)).not.toContain(`action="${paths.postmortemLoop(id)}"`);
    expect(await forms(mara)).toContain(`action="${paths.postmortemLoop(id)}"`);
    expect((await submit(paths.postmortemLessons(id), { module: KEYS }, { as: tom })).status).toBe(403);
    await linkLesson(jonas, id, { module: KEYS, question: null }, now);
    const [link] = await linksOf(id);
    expect((await submit(paths.lessonRemoval(id, link!.id), {}, { as: tom })).status).toBe(403);
    expect(await linksOf(id)).toHaveLength(1);
  });

  it('and never reaches the link of another postmortem', async () => {
    const [one, other] = [await publishedBy(jonas, 'Zebra'), await publishedBy(tom, 'Ibis')];
    await linkLesson(tom, other.id, { module: KEYS, question: null }, now);
    const [link] = await linksOf(other.id);
    await submit(paths.lessonRemoval(one.id, link!.id), {}, { as: jonas });
    expect(await linksOf(other.id)).toHaveLength(1);
  });
});

describe('the chain', () => {
  it('is on the page, on paper and on a page of its own', async () => {
    const { id } = await publishedBy(jonas, 'Zebra');
    await linkLesson(jonas, id, { module: KEYS, question: null }, now);
    for (const path of [paths.postmortem(id), paths.printPostmortem(id), paths.postmortemLoop(id)]) {
      const page = await sentBy(await visit(path, { as: tom }));
      expect(page, path).toContain(`href="${paths.module(KEYS)}"`);
      expect(page, path).toMatch(/role="img" aria-label="Incident: done; /);
    }
  });

  it('shows a lesson that is gone as gone', async () => {
    const { id } = await publishedBy(jonas, 'Zebra');
    await db.write((tx) =>
      tx.insert(loopLinks).values({
        id: newId(),
        postmortemId: id,
        kind: 'lesson',
        target: 'white/99-gone',
        linkedAt: now,
        linkedBy: jonas.id,
        held: newId(),
      }),
    );
    const page = await visit(paths.postmortemLoop(id), { as: tom });
    expect(page.status).toBe(200);
    expect(await textOf(page)).toContain('white/99-gone (no longer in the curriculum)');
  });

  it('tells no number of learners below five', async () => {
    const module = 'black/01-leading-a-threat-model';
    const { id } = await publishedBy(jonas, 'Zebra');
    await linkLesson(jonas, id, { module, question: null }, now);
    const says = async () => textOf(await visit(paths.postmortemLoop(id), { as: tom }));
    const learned = / (\d+) people have passed/;
    await passers(4, now, module);
    expect(await says()).not.toMatch(learned);
    await passers(3, now, module);
    expect(learned.exec(await says())?.[1]).toBe('7');
  });
});

describe('a private incident', () => {
  it('leaves no trace in the loop for whoever may not see it', async () => {
    const { id } = await privateOne();
    await linkLesson(jonas, id, { module: KEYS, question: null }, now);
    const [link] = await linksOf(id);
    for (const as of [tom, mara]) {
      expect((await visit(paths.postmortemLoop(id), { as })).status).toBe(404);
      expect((await visit(paths.postmortemLessons(id), { as })).status).toBe(404);
      expect((await submit(paths.postmortemLessons(id), { module: KEYS }, { as })).status).toBe(404);
      expect((await submit(paths.lessonRemoval(id, link!.id), {}, { as })).status).toBe(404);
      const page = await sentBy(await visit(paths.module(KEYS), { as }));
      expect(page).not.toContain(WORD);
      expect(page).not.toContain(id);
    }
    for (const as of [jonas, nina]) {
      expect((await visit(paths.postmortemLoop(id), { as })).status).toBe(200);
      expect(await textOf(await visit(paths.module(KEYS), { as }))).toContain(WORD);
    }
    expect(await linksOf(id)).toHaveLength(1);
  });
});
