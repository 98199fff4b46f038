import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { db } from '#db/database.server.ts';
import { engine } from '#db/engine.ts';
import { newId } from '#db/ids.ts';
import { squads } from '#db/schema/squads.ts';
import { now } from '#test/support/clock.ts';

let heard: [string, string | null][];
let missed: number;
let stop: () => void;
beforeEach(async () => {
  heard = [];
  missed = 0;
  stop = db.listen({
    heard: (topic, detail) => void heard.push([topic, detail]),
    missed: () => void missed++,
  });
  // Until this is heard, PostgreSQL's connection may not be there yet.
  await vi.waitFor(async () => {
    await db.write(async () => db.announce('begun'));
    await pause(20);
    expect(heard.at(-1)).toEqual(['begun', null]);
  }, 10_000);
  heard = [];
});
afterEach(() => stop());

const squad = () => ({ id: newId(), name: newId(), createdAt: now });

describe('what is announced', () => {
  it('is heard once it is committed, and not before', async () => {
    let before: number | undefined;
    await db.write(async (tx) => {
      db.announce('meeting:a', 'a note');
      await tx.insert(squads).values(squad());
      await pause(20);
      before = heard.length;
    });
    await vi.waitFor(() => expect(heard).toEqual([['meeting:a', 'a note']]));
    expect(before).toBe(0);
  });

  it('is heard by nobody when it is taken back', async () => {
    const work = db.write(async () => {
      db.announce('meeting:a');
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    await db.write(async () => db.announce('meeting:b'));
    await vi.waitFor(() => expect(heard).toEqual([['meeting:b', null]]));
  });

  it('is heard in the order of the commits, from nested writes too', async () => {
    for (const topic of ['1', '2', '3', '4', '5'])
      await db.write(() => db.write(async () => db.announce(topic)));
    await vi.waitFor(() => expect(heard.map(([topic]) => topic)).toEqual(['1', '2', '3', '4', '5']));
  });

  it('is said once for a topic; of two details none is the whole', async () => {
    await db.write(async () => {
      db.announce('queue', 'one');
      db.announce('queue', 'two');
      db.announce('meeting:a', 'three');
    });
    await vi.waitFor(() =>
      expect(heard).toEqual([
        ['queue', null],
        ['meeting:a', 'three'],
      ]),
    );
  });

  it('keeps a long detail, or leaves it to a look into the database', async () => {
    const long = 'é'.repeat(20_000);
    await db.write(async () => db.announce('meeting:a', long));
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    expect(heard[0]).toEqual(['meeting:a', engine === 'sqlite' ? long : null]);
  });

  it('cannot be said where nothing is written, nor at length', async () => {
    expect(() => db.announce('meeting:a')).toThrow('outside');
    await expect(db.write(async () => db.announce('x'.repeat(201)))).rejects.toThrow('short');
  });

  it('is no longer heard by who stopped, and harms nobody who writes', async () => {
    stop();
    const stopFailing = db.listen({
      heard() {
        throw new Error('a listener of no use');
      },
      missed() {},
    });
    await db.write(async () => db.announce('meeting:a'));
    await pause(50);
    stopFailing();
    expect(heard).toEqual([]);
  });
});

describe.runIf(engine === 'postgresql')('between processes', () => {
  const say = async (topic: string, detail: string) => {
    const program = `
      const { db } = await import('#db/database.server.ts');
      await db.write(async () => db.announce(${JSON.stringify(topic)}, ${JSON.stringify(detail)}));
      await db.close();`;
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
      env: process.env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    expect(await once(child, 'exit')).toEqual([0, null]);
  };

  it('one hears what another announces', async () => {
    await say('meeting:a', 'from afar');
    await vi.waitFor(() => expect(heard).toEqual([['meeting:a', 'from afar']]));
  });

  it('a connection that broke comes back, and says that something may have been missed', async () => {
    const before = missed;
    await db.rows(
      sql`select pg_terminate_backend(pid) from pg_stat_activity
          where application_name = 'guildhall live' and datname = current_database()`,
    );
    await vi.waitFor(() => expect(missed).toBe(before + 1), 10_000);
    await say('meeting:a', 'after it');
    await vi.waitFor(() => expect(heard).toEqual([['meeting:a', 'after it']]));
  });
});
