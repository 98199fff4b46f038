/** proof [--json FILE] [NAME...]: what the README promises, measured. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import type { Proof, Result } from '#test/proofs/proof.ts';

import { buildIfStale } from './build.ts';

const folder = join(import.meta.dirname, '../test/proofs');
const ending = '.proof.ts';
const known = readdirSync(folder)
  .filter((file) => file.endsWith(ending))
  .map((file) => file.slice(0, -ending.length))
  .sort();

const usage = `Usage: npm run proof -- [--json FILE] [NAME...]
  ${known.join('\n  ')}`;

/** Exit codes: 1 something does not hold, 2 the command was not understood. */
function given() {
  try {
    const { values, positionals } = parseArgs({
      options: { json: { type: 'string' } },
      allowPositionals: true,
    });
    const unknown = positionals.filter((name) => !known.includes(name));
    if (unknown.length > 0) throw new Error(`There is no proof called ${unknown.join(', ')}.`);
    return { json: values.json, names: positionals.length > 0 ? positionals : known };
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`);
    process.exit(2);
  }
}

const { json, names } = given();
// Whatever the environment says of a database, each proof has its own.
process.env.DATABASE_URL = 'file:none';
process.env.LOG = 'off';
buildIfStale();

const { prove } = await import('#test/proofs/proof.ts');
const results: Result[] = [];
for (const name of names) {
  const { proof } = (await import(join(folder, name + ending))) as { proof: Proof };
  const began = performance.now();
  results.push(await prove(proof, (line) => console.error(`${name}: ${line}`)));
  console.error(`${name}: ${Math.round((performance.now() - began) / 1000)} s`);
}

const cells = results.map(({ name, figure, unit, aim, holds, note }) => [
  name,
  `${Number.isNaN(figure) ? '–' : figure} ${unit}`,
  String(aim),
  holds ? 'holds' : 'does not hold',
  note,
]);
const line = (row: string[]) => `| ${row.join(' | ')} |`;
console.log(
  [
    line(['proof', 'figure', 'aim', '', 'over']),
    line(['---', '---', '---', '---', '---']),
    ...cells.map(line),
  ].join('\n'),
);
if (json) writeFileSync(json, `${JSON.stringify({ proofs: results }, null, 2)}\n`);
process.exit(results.every(({ holds }) => holds) ? 0 : 1);
