import { beforeEach, describe, expect, it } from 'vitest';

import { paths } from '#app/paths.ts';
import { moduleField } from '#app/training/campaign-field-names.ts';
import { tendCampaigns } from '#app/training/campaign-tending.server.ts';
import { today } from '#app/training/campaign-window.ts';
import { db } from '#db/database.server.ts';
import { auditEntries } from '#db/schema/accounts.ts';
import { campaigns } from '#db/schema/training.ts';
import { day, minute } from '#test/support/clock.ts';
import { submit, textOf, visit } from '#test/support/app.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';
import { desc } from 'drizzle-orm';

import {
  campaignOfSquads,
  campaignRow,
  clearCampaigns,
  joinsSquad,
  passes,
  SECRETS,
  SIGN_INS,
} from './campaign-world.ts';

/** Pages go by the clock on the wall. */
const dayFromNow = (days: number) => today(Date.now() + days * day, 'UTC');
const soon = () => ({ opens: dayFromNow(0), closes: dayFromNow(20), at: Date.now() });

let tove: TestPerson;
let mara: TestPerson;
let noor: TestPerson;
let payments: { id: string; name: string };
let ledger: { id: string; name: string };
let made = 0;
beforeEach(async () => {
  await clearCampaigns();
  made += 1;
  [tove, mara, noor] = [
    await somebody('Tove', 'organiser'),
    await somebody('Mara Lindqvist'),
    await somebody('=Noor Haddad'),
  ];
  payments = await squadOf(`Payments ${made}`, mara);
  ledger = await squadOf(`Ledger ${made}`, noor, await somebody('Ines'), await somebody('Jonas'));
  for (const name of ['Ada', 'Ben', 'Cleo', 'Dov'])
    await joinsSquad(await somebody(name), payments, Date.now());
});

const filled = (change: Record<string, string> = {}) => ({
  name: 'Second quarter',
  about: 'We do it **together**.',
  opens: dayFromNow(0),
  closes: dayFromNow(20),
  counting: 'year',
  audience: 'squads',
  squads: `${payments.name}\n${ledger.name.toUpperCase()}`,
  [moduleField(SIGN_INS)]: 'on',
  [moduleField(SECRETS)]: 'on',
  ...change,
});
const newest = async () =>
  (await db.read.select().from(campaigns).orderBy(desc(campaigns.createdAt)).limit(1))[0]!;
const page = async (path: string, as: TestPerson) => textOf(await visit(path, { as }));

describe('planning', () => {
  it('teaches where there is none yet', async () => {
    expect(await page(paths.campaigns(), mara)).not.toContain('Plan a campaign');
    expect(await page(paths.campaigns(), tove)).toContain('Plan a campaign');
  });

  it('makes a campaign from a form, and leads to it', async () => {
    const answer = await submit(paths.newCampaign(), filled(), { as: tove });
    const campaign = await newest();
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, paths.campaign(campaign.id)]);
    expect(campaign).toMatchObject({ modules: [SIGN_INS, SECRETS], createdBy: tove.id, version: 1 });
    expect(campaign.audience).toEqual({ kind: 'squads', squads: [payments.id, ledger.id] });
    expect(await page(paths.campaigns(), mara)).toContain('Second quarter');
  });

  it('keeps what was typed after a refusal, and says what to do', async () => {
    const answer = await submit(paths.newCampaign(), filled({ squads: 'Nobody & Sons' }), { as: tove });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('Nobody &amp; Sons</textarea>');
    expect(html).toMatch(new RegExp(`name="${moduleField(SECRETS)}"[^>]*checked`));
    expect(await db.read.$count(campaigns)).toBe(0);
  });

  it('is for organisers', async () => {
    expect((await submit(paths.newCampaign(), filled(), { as: mara })).status).toBe(403);
    expect((await visit(paths.newCampaign(), { as: mara })).status).toBe(403);
  });
});

describe('changing', () => {
  it('shows both texts to whoever comes second', async () => {
    const id = await campaignOfSquads(tove, [payments], { ...soon(), opens: dayFromNow(2) });
    const first = await submit(paths.editCampaign(id), filled({ version: '1', opens: dayFromNow(3) }), {
      as: tove,
    });
    expect(first.status).toBe(303);
    const second = await submit(
      paths.editCampaign(id),
      filled({ version: '1', opens: dayFromNow(3), name: 'Another name' }),
      { as: tove },
    );
    expect(second.status).toBe(409);
    expect(await textOf(second)).toMatch(/Second quarter.*Another name/);
    expect((await campaignRow(id)).name).toBe('Second quarter');
  });

  it('leaves an open campaign its lessons and its first day, whatever is posted', async () => {
    const id = await campaignOfSquads(tove, [payments], soon());
    const { [moduleField(SECRETS)]: _, opens: __, ...rest } = filled({ version: '1', audience: 'everyone' });
    const answer = await submit(paths.editCampaign(id), rest, { as: tove });
    expect(answer.status).toBe(303);
    expect(await campaignRow(id)).toMatchObject({
      audience: { kind: 'everyone' },
      modules: [SIGN_INS, SECRETS],
      version: 2,
    });
  });

  it('calls it off, and takes that back', async () => {
    const id = await campaignOfSquads(tove, [payments], soon());
    const cancellation = paths.campaignCancellation(id);
    expect((await submit(cancellation, {}, { as: mara })).status).toBe(403);
    await submit(cancellation, {}, { as: tove });
    expect((await campaignRow(id)).cancelledBy).toBe(tove.id);
    expect(await page(paths.campaign(id), mara)).toContain('Called off');
    await submit(cancellation, { undo: 'yes' }, { as: tove });
    expect((await campaignRow(id)).cancelledAt).toBeNull();
  });
});

describe('the page of a campaign', () => {
  let id: string;
  beforeEach(async () => {
    id = await campaignOfSquads(tove, [payments, ledger], soon());
    await tendCampaigns(Date.now());
    await passes(mara, SIGN_INS, Date.now());
    await passes(noor, SIGN_INS, Date.now());
    await passes(noor, SECRETS, Date.now());
  });

  it('says to whom it asks what they have passed and what is left', async () => {
    const words = await page(paths.campaign(id), mara);
    expect(words).toContain('One lesson is left');
    expect(words.match(/Not passed yet/g)).toHaveLength(1);
    expect(await page(paths.campaign(id), noor)).toContain('You are through');
    const answer = await visit(paths.campaign(id), { as: mara });
    expect(answer.headers.get('Cache-Control')).toContain('no-store');
  });

  it('shows sums of squads, those of fewer than five people together, to everybody but organisers', async () => {
    const seen = await page(paths.campaign(id), mara);
    expect(seen).toContain('1 of 8 people are through');
    // Ledger has three people: Payments joins it, since its sum could be worked out.
    expect(seen).toContain('Its squads are small, so that only their sum is shown');
    expect(seen).not.toContain(`${ledger.name} 1 of 3`);
    expect(await page(paths.campaign(id), tove)).toContain(`${ledger.name} 1 of 3`);
  });

  it('stands below training, where one would look for it', async () => {
    const here = /<a(?=[^>]*aria-current="page")(?=[^>]*href="([^"]*)")/g;
    for (const [path, place] of [
      [paths.campaign(id), paths.training()],
      [paths.reviewQueue(), paths.belts()],
    ] as const) {
      const html = await (await visit(path, { as: mara })).text();
      expect([...html.matchAll(here)].map(([, to]) => to)).toContain(place);
    }
  });

  it('names nobody, neither to members nor to organisers', async () => {
    for (const as of [mara, tove]) {
      const sent = await (await visit(paths.campaign(id), { as })).text();
      for (const one of ['Ada', 'Ines', 'Noor']) expect(sent).not.toMatch(new RegExp(`\\b${one}\\b`));
    }
  });

  it('says to organisers that a lesson was taken out', async () => {
    const gone = await campaignOfSquads(tove, [payments], {
      ...soon(),
      modules: [SIGN_INS, 'white/99-gone'],
    });
    await tendCampaigns(Date.now());
    expect(await page(paths.campaign(gone), tove)).toContain('white/99-gone');
    expect(await page(paths.campaign(gone), mara)).not.toContain('white/99-gone');
    expect((await visit(paths.editCampaign(gone), { as: tove })).status).toBe(200);
  });

  it('is not there where there is none', async () => {
    for (const path of [paths.campaign('x'), paths.campaignCsv('x'), paths.editCampaign('x')])
      expect((await visit(path, { as: tove })).status).toBe(404);
  });
});

describe('the list for an auditor', () => {
  it('has who completed it: what version, when and in which band, and nobody else', async () => {
    const id = await campaignOfSquads(tove, [payments, ledger], soon());
    await tendCampaigns(Date.now());
    const at = Date.now();
    await passes(mara, SIGN_INS, at);
    await passes(noor, SIGN_INS, at, 7);
    await passes(noor, SECRETS, at + minute);
    const answer = await visit(paths.campaignCsv(id), { as: tove });
    expect(answer.headers.get('Content-Disposition')).toContain('attachment');
    const rows = (await answer.text())
      .replace(/^\uFEFF/, '')
      .trim()
      .split('\r\n');
    expect(rows).toHaveLength(3);
    const stamp = (when: number) => `${new Date(when).toISOString().slice(0, 19)}+00:00`;
    const begins = `'=Noor Haddad,${noor.email},${ledger.name}`;
    expect(rows[1]).toBe(`${begins},${SIGN_INS},Accounts and sign-ins,v1,${stamp(at)},80-89`);
    expect(rows[2]!.startsWith(`${begins},${SECRETS},`)).toBe(true);
    expect(rows[2]!.endsWith(`,v1,${stamp(at + minute)},100`)).toBe(true);
  });

  it('is written down in the audit, and is for organisers', async () => {
    const id = await campaignOfSquads(tove, [payments], soon());
    expect((await visit(paths.campaignCsv(id), { as: mara })).status).toBe(403);
    await visit(paths.campaignCsv(id), { as: tove });
    const entries = await db.read.select().from(auditEntries);
    const taken = entries.filter(
      ({ event, actorId }) => event === 'campaign-exported' && actorId === tove.id,
    );
    expect(taken.map(({ details }) => details)).toEqual([{ campaign: 'First quarter' }]);
  });
});
