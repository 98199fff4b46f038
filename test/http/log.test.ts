import { DrizzleQueryError } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { log, loggablePath, stackOf } from '#app/http/log.server.ts';
import { newToken } from '#app/accounts/secrets.server.ts';
import { paths } from '#app/paths.ts';
import { newId } from '#db/ids.ts';

describe('a path', () => {
  it('is written down without the token in it', () => {
    expect(loggablePath(`/set-up/${newToken()}`)).toBe('/set-up/…');
    expect(loggablePath(`/invitations/${newToken()}/again`)).toBe('/invitations/…/again');
  });

  it('is written down without it also where the token is called like a file', () => {
    expect(loggablePath(paths.calendarFeed(newToken()))).toBe('/calendars/…/guildhall.ics');
  });

  it('is written down with ids, which open nothing', () => {
    const path = `/postmortems/${newId()}/timeline/${newId()}`;
    expect(loggablePath(path)).toBe(path);
  });

  it('never holds a token, wherever it stands', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z-]{0,12}$/)), fc.nat({ max: 5 }), (segments, at) => {
        const token = newToken();
        const path = `/${[...segments.slice(0, at), token, ...segments.slice(at)].join('/')}`;
        expect(loggablePath(path)).not.toContain(token);
      }),
    );
  });
});

describe('a line of the log', () => {
  const written: string[] = [];
  beforeEach(() => {
    vi.stubEnv('LOG', '');
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    written.length = 0;
  });

  it('is one line of JSON that says when, what and how bad', () => {
    log('info', 'request', { path: '/a\nb', status: 200 });
    expect(written).toHaveLength(1);
    expect(written[0]).toMatch(/^[^\n]+\n$/);
    expect(JSON.parse(written[0]!)).toEqual({
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      level: 'info',
      event: 'request',
      path: '/a\nb',
      status: 200,
    });
  });

  it.each([
    'password',
    'newPassword',
    'token',
    'setUpToken',
    'cookie',
    'Authorization',
    'clientSecret',
    'PASSWORD_HASH',
  ])('keeps a field named %s to itself', (name) => {
    log('info', 'event', { [name]: 'hunter2' });
    expect(written[0]).not.toContain('hunter2');
  });

  it('keeps it to itself further in, too', () => {
    log('info', 'event', { form: { name: 'Ada', password: 'hunter2', more: [{ token: 'hunter2' }] } });
    expect(written[0]).not.toContain('hunter2');
    expect(written[0]).toContain('Ada');
  });

  it('can be silenced', () => {
    vi.stubEnv('LOG', 'off');
    log('info', 'event');
    expect(written).toEqual([]);
  });
});

describe('an error', () => {
  it('is written down with where it happened', () => {
    expect(stackOf(new Error('no'))).toMatch(/^Error: no\n {4}at /);
    expect(stackOf('no')).toBe('no');
  });

  it('is written down with its cause', () => {
    expect(stackOf(new Error('outer', { cause: new Error('inner') }))).toMatch(
      /Error: outer[\s\S]*caused by: Error: inner/,
    );
  });

  it('of a query is written down without what was asked or stored', () => {
    const secret = 'what nobody may read\n    at all (not even here:1:1)';
    const error = new DrizzleQueryError('insert into sections values ($1)', [secret], new Error('disk full'));
    const text = stackOf(error);
    expect(text).toContain('insert into sections values ($1)');
    expect(text).toContain('disk full');
    expect(text).toContain('log.test.ts');
    expect(text).not.toContain('what nobody may read');
    expect(text).not.toContain('not even here');
  });
});
