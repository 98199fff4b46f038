import { beforeEach, describe, expect, it } from 'vitest';

import { agendaOf } from '#app/meetings/agenda.server.ts';
import { poolPage } from '#app/meetings/pool.server.ts';
import { standingOf } from '#app/meetings/sources.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { questions } from '#db/schema/office-hours.ts';
import { day, now } from '#test/support/clock.ts';
import { sentBy, submit, textOf, visit } from '#test/support/app.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';
import { documentAbout, draftBy } from '#test/support/postmortems.ts';

import { itemRow, proposed, titlesOn } from './agenda-items.ts';
import { meetingOn, seriesOf } from './known.ts';

let mara: TestPerson;
let jonas: TestPerson;
let tom: TestPerson;
let ines: TestPerson;
let series: Awaited<ReturnType<typeof seriesOf>>;
let meeting: Awaited<ReturnType<typeof meetingOn>>;

/** far enough ahead of the real clock, by which routes go */
const inTwoWeeks = () => new Date(Date.now() + 14 * day).toISOString().slice(0, 10);
const form = (title: string, others: Record<string, string> = {}) => ({
  ...{
    place: `meeting ${meeting.id}`,
    kind: 'demo',
    title,
    minutes: '20',
    about: '',
    presenter: '',
    link: '',
  },
  ...others,
});
const idIn = (response: Response) => /agenda-items\/(\w+)/.exec(response.headers.get('Location') ?? '')![1]!;
const titles = async (viewer = mara) => (await agendaOf(viewer, meeting.id)).map(({ title }) => title);
const waiting = async () => (await poolPage(mara, series.id, null)).proposals.map(({ title }) => title);

beforeEach(async () => {
  mara = await somebody('Mara Lindqvist', 'organiser');
  jonas = await somebody('Jonas Brandt');
  tom = await somebody('Tom Adeyemi');
  ines = await somebody('Ines Moreau');
  series = await seriesOf(jonas);
  meeting = await meetingOn(series, inTwoWeeks());
});

describe('a proposal', () => {
  it('is made by anyone, and its page and the agenda say so', async () => {
    expect((await visit(paths.newAgendaItem(meeting.id), { as: tom })).status).toBe(200);
    const sent = form('Semgrep, on our payouts', {
      about: '**Live.**',
      presenter: jonas.email,
      link: 'https://semgrep.dev',
    });
    const answer = await submit(paths.newAgendaItem(), sent, { as: tom });
    expect(answer.status).toBe(303);
    const page = await sentBy(await visit(paths.agendaItem(idIn(answer)), { as: ines }));
    expect(page).toContain('<strong>Live.</strong>');
    expect(page).toContain('href="https://semgrep.dev"');
    const [item] = await agendaOf(ines, meeting.id);
    expect(item).toMatchObject({
      title: 'Semgrep, on our payouts',
      presenter: { id: jonas.id },
      minutes: 20,
    });
    expect(await textOf(await visit(paths.meeting(meeting.id), { as: ines }))).toContain(
      'Semgrep, on our payouts',
    );
    expect(await textOf(await visit(paths.notices(), { as: jonas }))).toContain('Semgrep, on our payouts');
  });

  it('that cannot be read is refused, and keeps what was typed', async () => {
    const wrong: Record<string, string>[] = [
      { minutes: '0' },
      { minutes: 'an hour' },
      { title: ' ' },
      { link: 'javascript:alert(1)' },
      { link: '//elsewhere.example' },
      { presenter: 'Nobody Known' },
      { place: `meeting ${newId()}` },
      { place: '' },
    ];
    for (const fields of wrong) {
      const answer = await submit(
        paths.newAgendaItem(),
        form('Semgrep', { about: 'an hour of it', ...fields }),
        { as: tom },
      );
      expect(answer.status, JSON.stringify(fields)).toBe(422);
      expect(await sentBy(answer)).toContain('an hour of it');
    }
    expect(await titles()).toEqual([]);
  });

  it('is changed and withdrawn by whoever made it or runs the meeting, and by nobody else', async () => {
    const id = await proposed(tom, { ...meeting, meetingId: meeting.id }, 'Semgrep');
    const change = (as: TestPerson, title: string, version: number) =>
      submit(paths.editAgendaItem(id), form(title, { version: String(version) }), { as });
    expect((await change(ines, 'Mine', 1)).status).toBe(403);
    expect((await submit(paths.agendaItemWithdrawal(id), {}, { as: ines })).status).toBe(403);
    expect((await change(tom, 'Semgrep, live', 1)).status).toBe(303);
    const stale = await change(jonas, 'Semgrep at work', 1);
    expect(stale.status).toBe(409);
    const page = await textOf(stale);
    for (const words of ['Semgrep, live', 'Semgrep at work']) expect(page).toContain(words);
    expect((await change(jonas, 'Semgrep at work', 2)).status).toBe(303);
    expect((await submit(paths.agendaItemWithdrawal(id), {}, { as: tom })).status).toBe(303);
    expect(await titles()).toEqual([]);
    expect((await submit(paths.agendaItemReturn(id), {}, { as: ines })).status).toBe(403);
    expect((await submit(paths.agendaItemReturn(id), {}, { as: tom })).status).toBe(303);
    expect(await titles()).toEqual(['Semgrep at work']);
  });

  it('is voted for once each, and not any more', async () => {
    const id = await proposed(tom, { seriesId: series.id }, 'Semgrep');
    const back = paths.proposals(series.id);
    const vote = (as: TestPerson, value: string) =>
      submit(paths.agendaVote(id), { vote: value, back }, { as });
    const votes = async () => (await poolPage(ines, series.id, null)).proposals[0]!.votes;
    const answer = await vote(ines, 'yes');
    expect(answer.headers.get('Location')).toBe(back);
    await vote(ines, 'yes');
    await vote(jonas, 'yes');
    expect(await votes()).toBe(2);
    await vote(ines, 'no');
    expect(await votes()).toBe(1);
    const away = await submit(
      paths.agendaVote(id),
      { vote: 'yes', back: '//elsewhere.example' },
      { as: ines },
    );
    expect(away.headers.get('Location')).toBe(paths.agendaItem(id));
  });
});

describe('the agenda', () => {
  it('is arranged by its host and by organisers, and by nobody else', async () => {
    const [a, b] = [
      await proposed(tom, { ...meeting, meetingId: meeting.id }, 'a'),
      await proposed(tom, { ...meeting, meetingId: meeting.id }, 'b'),
    ];
    const c = await proposed(tom, { seriesId: series.id }, 'c');
    const steps: [string, Record<string, string>][] = [
      [paths.agendaOrder(meeting.id), { item: a, to: 'later' }],
      [paths.agendaTemplate(meeting.id), {}],
      [paths.agendaTemplateRemoval(meeting.id), { items: a }],
      [paths.agendaItemPlace(c), { meeting: meeting.id }],
      [paths.agendaItemPlaceRemoval(b), {}],
    ];
    for (const [path, fields] of steps)
      expect((await submit(path, fields, { as: tom })).status, path).toBe(403);
    expect(await titlesOn(meeting.id)).toEqual(['a', 'b']);
    expect(await waiting()).toEqual(['c']);
    expect(await sentBy(await visit(paths.agenda(meeting.id), { as: tom }))).not.toContain(
      paths.agendaOrder(meeting.id),
    );

    await submit(paths.agendaOrder(meeting.id), { item: a, to: 'later' }, { as: jonas });
    expect(await titlesOn(meeting.id)).toEqual(['b', 'a']);
    await submit(paths.agendaItemPlace(c), { meeting: meeting.id, before: b }, { as: mara });
    expect(await titlesOn(meeting.id)).toEqual(['c', 'b', 'a']);
    await submit(paths.agendaItemPlaceRemoval(b), {}, { as: jonas });
    expect(await titlesOn(meeting.id)).toEqual(['c', 'a']);
    expect(await waiting()).toEqual(['b']);
    await submit(paths.agendaTemplate(meeting.id), {}, { as: jonas });
    expect(await titles()).toHaveLength(4);
  });

  it('answers a script that orders without sending a page, and says when it could not', async () => {
    const [a, b] = [
      await proposed(tom, { ...meeting, meetingId: meeting.id }, 'a'),
      await proposed(tom, { ...meeting, meetingId: meeting.id }, 'b'),
    ];
    const order = (fields: Record<string, string>) =>
      submit(paths.agendaOrder(meeting.id), { stay: 'yes', ...fields }, { as: jonas });
    expect((await order({ item: b, before: a })).status).toBe(204);
    expect(await titlesOn(meeting.id)).toEqual(['b', 'a']);
    expect((await order({ item: b, before: '' })).status).toBe(204);
    expect(await titlesOn(meeting.id)).toEqual(['a', 'b']);
    expect((await order({ item: newId(), before: a })).status).toBe(409);
  });

  it('warns when it is too long, and takes it all the same', async () => {
    for (const minutes of ['40', '32'])
      expect(
        (await submit(paths.newAgendaItem(), form(`for ${minutes}`, { minutes }), { as: tom })).status,
      ).toBe(303);
    expect(await textOf(await visit(paths.agenda(meeting.id), { as: jonas }))).toContain(
      '72 of 60 minutes: 12 too many',
    );
  });

  it('goes on to the next meeting when this one is skipped, and comes back when that is undone', async () => {
    await proposed(tom, { ...meeting, meetingId: meeting.id }, 'Semgrep');
    const next = await meetingOn(series, new Date(Date.now() + 28 * day).toISOString().slice(0, 10));
    await submit(paths.meetingSkipping(meeting.id), {}, { as: jonas });
    expect(await agendaOf(tom, next.id)).toMatchObject([{ title: 'Semgrep', carried: 'Carried over once' }]);
    expect(await textOf(await visit(paths.agenda(next.id), { as: tom }))).toContain('Carried over once');
    await submit(paths.meetingSkipping(meeting.id), { undo: 'yes' }, { as: jonas });
    expect(await agendaOf(tom, next.id)).toEqual([]);
    expect(await agendaOf(tom, meeting.id)).toMatchObject([
      { title: 'Semgrep', carried: null, state: 'open' },
    ]);
  });
});

/** A postmortem of Ines’s that is published: to everyone, or to those named alone. */
async function published(word: string, readers?: TestPerson[]) {
  const draft = await draftBy(ines, documentAbout(word), {
    reach: readers ? 'private' : 'everyone',
    people: (readers ?? []).map((reader) => [reader, 'participant']),
  });
  await submit(paths.postmortemPublication(draft.id), { 'as-it-is': 'yes' }, { as: ines });
  return draft;
}

describe('a published postmortem', () => {
  it('comes onto the agenda in one step, once, and its page says where it stands', async () => {
    const { id, title } = await published('Pterodactyl');
    expect(await sentBy(await visit(paths.postmortem(id), { as: tom }))).toContain(
      paths.postmortemOnAgenda(id),
    );
    const first = await submit(paths.postmortemOnAgenda(id), { series: series.id }, { as: tom });
    const second = await submit(paths.postmortemOnAgenda(id), { series: series.id }, { as: jonas });
    expect(idIn(second)).toBe(idIn(first));
    expect(await titles(jonas)).toEqual([title]);
    expect(await itemRow(idIn(first))).toMatchObject({
      sourceRoom: 'postmortems',
      sourceId: id,
      proposedBy: tom.id,
    });
    expect(await textOf(await visit(paths.postmortem(id), { as: jonas }))).toContain(
      'On the agenda of Security guild',
    );
    await submit(paths.agendaItemWithdrawal(idIn(first)), {}, { as: tom });
    expect(idIn(await submit(paths.postmortemOnAgenda(id), { series: series.id }, { as: tom }))).not.toBe(
      idIn(first),
    );
    expect(await titles()).toEqual([title]);
  });

  it('waits among the proposals where no meeting is planned, and is asked for its series where there are several', async () => {
    const { id } = await published('Pterodactyl');
    const other = await seriesOf(mara, { name: 'Workshops' });
    expect(await textOf(await visit(paths.postmortem(id), { as: tom }))).toContain('Workshops');
    await submit(paths.postmortemOnAgenda(id), { series: other.id }, { as: tom });
    expect(await standingOf(tom, { room: 'postmortems', id })).toMatchObject([
      { state: 'open', series: { id: other.id }, meeting: null },
    ]);
  });

  it('that is a draft stays off', async () => {
    const draft = await draftBy(ines, documentAbout('Pterodactyl'));
    await submit(paths.postmortemOnAgenda(draft.id), {}, { as: ines });
    expect(await titles(ines)).toEqual([]);
  });

  it('that is not for everyone leaves no trace for whoever may not see it', async () => {
    const WORD = 'Quetzalcoatlus';
    const { id } = await published(WORD, [mara]);
    const before = await proposed(tom, { ...meeting, meetingId: meeting.id }, 'before');
    const answer = await submit(paths.postmortemOnAgenda(id), { series: series.id }, { as: ines });
    const item = idIn(answer);
    const after = await proposed(tom, { ...meeting, meetingId: meeting.id }, 'after');
    expect(await titlesOn(meeting.id)).toEqual(['before', `The ${WORD} outage`, 'after']);

    const pages = [
      paths.meetings(),
      paths.meeting(meeting.id),
      paths.agenda(meeting.id),
      paths.proposals(series.id),
      paths.notices(),
      paths.agendaItem(before),
    ];
    const leavesNoTrace = async () => {
      for (const as of [jonas, tom])
        for (const path of pages) {
          const page = await sentBy(await visit(path, { as }));
          expect(page, path).not.toContain(WORD);
          expect(page, path).not.toContain(item);
          expect(page, path).not.toContain('not for everyone');
        }
    };
    await leavesNoTrace();
    expect(await textOf(await visit(paths.agenda(meeting.id), { as: jonas }))).toContain('40 of 60 minutes');
    for (const [path, fields] of [
      [paths.agendaItem(item), null],
      [paths.agendaVote(item), { vote: 'yes' }],
      [paths.agendaItemPlace(item), { meeting: meeting.id }],
      [paths.agendaItemPlaceRemoval(item), {}],
      [paths.agendaItemWithdrawal(item), {}],
      [paths.editAgendaItem(item), form('Mine')],
      [paths.postmortemOnAgenda(id), {}],
    ] as const) {
      const asked =
        fields === null ? await visit(path, { as: jonas }) : await submit(path, fields, { as: jonas });
      expect(asked.status, path).toBe(404);
    }
    // The host orders what he sees; what he does not see keeps its place in the order.
    await submit(paths.agendaOrder(meeting.id), { item: after, to: 'earlier' }, { as: jonas });
    expect(await titles(jonas)).toEqual(['after', 'before']);
    expect(
      (await submit(paths.agendaOrder(meeting.id), { item, to: 'earlier', stay: 'yes' }, { as: jonas }))
        .status,
    ).toBe(409);

    // Who runs it and sees it is told of both sums; who sees it and does not run it, of one.
    const asMara = await textOf(await visit(paths.agenda(meeting.id), { as: mara }));
    expect(asMara).toContain('55 of 60 minutes');
    expect(asMara).toContain('15 of these minutes are not for everyone');
    const asInes = await textOf(await visit(paths.agenda(meeting.id), { as: ines }));
    expect(asInes).toContain('55 of 60 minutes');
    expect(asInes).not.toContain('are not for everyone');
    const presenter = form(WORD, { presenter: tom.email, version: '1' });
    expect((await submit(paths.editAgendaItem(item), presenter, { as: ines })).status).toBe(422);

    await submit(paths.agendaItemPlaceRemoval(item), {}, { as: mara });
    await leavesNoTrace();
  });
});

describe('an answered question', () => {
  const question = async (state: 'open' | 'answered', by: TestPerson | null) => {
    const id = newId();
    await db.write((tx) =>
      tx.insert(questions).values({
        ...{ id, personId: by?.id ?? null, title: 'May we pin to a hash?', text: '', day: '2026-03-04' },
        ...{ askedAt: by && now, secretHash: by ? null : id, state, version: 1 },
        answeredAt: state === 'answered' ? now : null,
      }),
    );
    return id;
  };

  it('comes onto the agenda in one step; one that is open, or not there, does not', async () => {
    const id = await question('answered', ines);
    expect(await sentBy(await visit(paths.question(id), { as: tom }))).toContain(paths.questionOnAgenda(id));
    const put = await submit(paths.questionOnAgenda(id), { series: series.id }, { as: tom });
    expect(await itemRow(idIn(put))).toMatchObject({
      kind: 'questions',
      sourceRoom: 'questions',
      sourceId: id,
    });
    await submit(paths.questionOnAgenda(await question('open', ines)), {}, { as: tom });
    expect((await submit(paths.questionOnAgenda(newId()), {}, { as: tom })).status).toBe(404);
    expect(await titles()).toEqual(['May we pin to a hash?']);
    expect(await textOf(await visit(paths.question(id), { as: jonas }))).toContain(
      'On the agenda of Security guild',
    );
  });

  it('without a name gives nobody its words, nor a way to it, but hosts', async () => {
    const id = await question('answered', null);
    expect((await submit(paths.questionOnAgenda(id), { series: series.id }, { as: tom })).status).toBe(404);
    const put = await submit(paths.questionOnAgenda(id), { series: series.id }, { as: mara });
    expect(await titles()).toEqual(['A question from office hours']);
    for (const path of [paths.agendaItem(idIn(put)), paths.agenda(meeting.id), paths.meeting(meeting.id)]) {
      const page = await sentBy(await visit(path, { as: tom }));
      expect(page).not.toContain('May we pin');
      expect(page).not.toContain(id);
    }
    expect(await sentBy(await visit(paths.agendaItem(idIn(put)), { as: mara }))).toContain(
      paths.question(id),
    );
  });
});
