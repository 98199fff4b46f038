import { describe, expect, it } from 'vitest';

import { campaignSchema, draftOf, typedCampaign } from '#app/training/campaign-form.ts';

const known = {
  modules: new Set(['white/01-keys', 'white/02-locks']),
  areas: new Set(['Banking']),
  squads: [
    { id: '1', name: 'Payments' },
    { id: '2', name: 'Café Münster' },
  ],
};
const typed = {
  name: ' Second  quarter ',
  about: '',
  opens: '2026-04-01',
  closes: '2026-04-30',
  counting: 'year',
  audience: 'engineers',
  'module:white/01-keys': 'on',
};
type Fixed = Parameters<typeof draftOf>[1]['fixed'];
const read = (change: Record<string, string> = {}, fixed: Fixed = null) =>
  draftOf(campaignSchema.parse({ ...typed, ...change }), { known, fixed, today: '2026-03-04' });
const errorsOf = (change: Record<string, string>) => {
  const outcome = read(change);
  return 'errors' in outcome ? Object.keys(outcome.errors) : [];
};

describe('the form of a campaign', () => {
  it('is read', () => {
    expect(read()).toEqual({
      draft: {
        name: 'Second quarter',
        about: '',
        opens: '2026-04-01',
        closes: '2026-04-30',
        counting: 'year',
        modules: ['white/01-keys'],
        audience: { kind: 'engineers' },
      },
    });
  });

  it('finds squads by their names, however they are written, each once', () => {
    const outcome = read({
      audience: 'squads',
      squads: 'PAYMENTS\r\n\n  cafe\u0301  m\u00fcnster\npayments ',
    });
    expect('draft' in outcome && outcome.draft.audience).toEqual({ kind: 'squads', squads: ['1', '2'] });
  });

  it('says what to do about each field', () => {
    expect(errorsOf({ 'module:white/01-keys': '', audience: 'squads', squads: 'Nobody' })).toEqual([
      'squads',
    ]);
    expect(errorsOf({ audience: 'squads', squads: ' \n' })).toEqual(['squads']);
    expect(errorsOf({ audience: 'areas', 'area:Elsewhere': 'on' })).toEqual(['areas']);
    expect(errorsOf({ opens: '', closes: '' })).toEqual(['opens', 'closes']);
    expect(errorsOf({ opens: '2026-03-03' })).toEqual(['opens']);
    expect(campaignSchema.safeParse({ ...typed, opens: '2026-02-30' }).success).toBe(false);
    expect(campaignSchema.safeParse({ ...typed, audience: 'robots' }).success).toBe(false);
  });

  it('takes no lesson that is not offered', () => {
    const only = draftOf(
      campaignSchema.parse({ ...typed, 'module:white/01-keys': undefined, 'module:white/99-gone': 'on' }),
      { known: { ...known, modules: new Set(['white/02-locks']) }, fixed: null, today: '2026-03-04' },
    );
    expect('errors' in only && Object.keys(only.errors)).toEqual(['modules']);
  });

  it('keeps what an open campaign keeps, whatever it says', () => {
    const fixed = { modules: ['white/02-locks'], counting: 'anew' as const, opens: '2026-03-01' };
    const outcome = read({ opens: '' }, fixed);
    expect('draft' in outcome && outcome.draft).toMatchObject({ ...fixed, closes: '2026-04-30' });
  });

  it('comes back as it was typed', () => {
    const outcome = read({ audience: 'areas', 'area:Banking': 'on' });
    if (!('draft' in outcome)) throw new Error('refused');
    const again = draftOf(campaignSchema.parse(typedCampaign(outcome.draft, new Map())), {
      ...{ known, fixed: null, today: '2026-03-04' },
    });
    expect(again).toEqual(outcome);
  });
});
