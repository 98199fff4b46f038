/** Somebody who subscribes with vdirsyncer and looks with khal, both of Debian. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Debian's, whatever Python comes first on the way. */
const folderOfPrograms = '/usr/bin';
const program = (name: string) => join(folderOfPrograms, name);
const there = (name: string) => spawnSync(program(name), ['--version']).status === 0;

export const hasSubscriber = (): boolean => there('vdirsyncer') && there('khal');

const vdirsyncer = (folder: string, address: string) => `[general]
status_path = "${folder}/status"
[pair feed]
a = "there"
b = "here"
collections = null
[storage there]
type = "http"
url = "${address}"
[storage here]
type = "filesystem"
path = "${folder}/items"
fileext = ".ics"
`;

const khal = (folder: string) => `[calendars]
[[feed]]
path = ${folder}/items
type = calendar
[sqlite]
path = ${folder}/khal.db
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%dT%H:%M
longdatetimeformat = %Y-%m-%dT%H:%M
`;

const shown = ['{start-long-full}', '{end-long-full}', '{title}', '{location}', '{cancelled}'];
const BETWEEN = ' ¦ ';

/** A time as khal shows it; begin and end in epoch ms. */
export type Shown = { begin: number; end: number; title: string; place: string; off: boolean };

/** Subscribes to an address, and looks at what is there from one day on up to another. Throws what a program says. */
export async function subscribe(address: string, from: string, until: string): Promise<Shown[]> {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-subscriber-'));
  const env = {
    NODE_ENV: 'production' as const,
    HOME: folder,
    PATH: folderOfPrograms,
    LANG: 'C.UTF-8',
    PYTHONIOENCODING: 'utf-8',
  };
  try {
    mkdirSync(join(folder, 'items'));
    writeFileSync(join(folder, 'vdirsyncer.conf'), vdirsyncer(folder, address));
    writeFileSync(join(folder, 'khal.conf'), khal(folder));
    const sync = (what: string) =>
      run(program('vdirsyncer'), ['-c', join(folder, 'vdirsyncer.conf'), what], { env });
    await sync('discover');
    await sync('sync');
    const look = ['list', '--day-format', '', '--format', shown.join(BETWEEN), from, until];
    const { stdout } = await run(program('khal'), ['-c', join(folder, 'khal.conf'), ...look], { env });
    // What lasts beyond midnight is listed on both days.
    return [...new Set(stdout.split('\n').filter((line) => line.includes(BETWEEN)))].map(read);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read(line: string): Shown {
  const [begin, end, title, place, cancelled] = line.split(BETWEEN) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const [at, until] = [Date.parse(`${begin}Z`), Date.parse(`${end}Z`)];
  return { begin: at, end: until, title, place, off: cancelled.trim() !== '' };
}
