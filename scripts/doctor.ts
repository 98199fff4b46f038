/** doctor: looks at everything Guildhall stands on, changes nothing, and says what to do. */
import { resolve } from 'node:path';

import { channelLeftOver, type Configuration, readConfiguration } from '../app/configuration.ts';
import { addressFinding } from '../db/care/address.ts';
import { type Finding, inLines, inShort, look, ok, wrong } from '../db/care/finding.ts';
import { nodeFinding } from '../db/care/machine.server.ts';
import { examinePostgres } from '../db/care/postgres.server.ts';
import { examineSqlite } from '../db/care/sqlite.server.ts';
import { engineOf, fileOf } from '../db/engine.ts';
import { faultOf } from '../db/faults.ts';
import { filesFolder } from '../db/files-folder.ts';

/** Exit codes: 0 nothing is wrong, 1 something is. */
const findings = [...configurationFindings(), nodeFinding(), ...(await databaseFindings())];
console.log(inLines(findings));
console.log(
  `\n${inShort(findings)} It cannot see your backups: have one on another machine, and try it out.`,
);
process.exitCode = findings.some(({ state }) => state === 'wrong') ? 1 : 0;

function configurationFindings(): Finding[] {
  let configuration: Configuration;
  try {
    configuration = readConfiguration(process.env);
  } catch (error) {
    return [wrong('configuration', faultOf(error))];
  }
  const leftOver = channelLeftOver(process.env);
  return [
    ok('configuration', 'every variable can be understood'),
    ...(leftOver ? [look('channel', leftOver)] : []),
    addressFinding(configuration),
  ];
}

/** The database is looked at even when another variable is wrong. */
async function databaseFindings(): Promise<Finding[]> {
  const url = process.env.DATABASE_URL || 'file:./data/guildhall.db';
  if (engineOf(url) === 'postgresql') return examinePostgres(url, filesFolder(), Date.now());
  return url.startsWith('file:') ? examineSqlite(resolve(fileOf(url)), filesFolder(), Date.now()) : [];
}
