// Every command goes through here: an old Node says so instead of failing on its first TypeScript file, and .env counts
// for all of them alike.
import { existsSync } from 'node:fs';
// All of it: an old Node, which lacks what is used of it, is to get as far as the words below.
import * as modules from 'node:module';

const [major, minor] = process.versions.node.split('.').map(Number);
// 24.7 brought crypto.argon2
if (major < 24 || (major === 24 && minor < 7)) {
  console.error(
    `Guildhall needs Node 24.7 or later and this is ${process.version}. Normally "npm ci" brings one along and\n` +
      '"npm start" uses it: run commands through npm, and do not install with --omit=optional. Where there is no\n' +
      'such package for your system, the README says what to do.',
  );
  process.exit(1);
}
if (existsSync('.env')) process.loadEnvFile('.env');
// Two passwords are checked at once and one thread is left for files: each thread keeps what a password took (19 MiB).
process.env.UV_THREADPOOL_SIZE ??= '3';
// Node reads the package.json around each file anew, and drizzle's is 180 KB around hundreds of them: that is a second of
// every command. Its own files are modules, beside each other; nothing has to be looked up.
modules.registerHooks({
  resolve: (specifier, context, next) =>
    specifier.startsWith('.') && context.parentURL?.includes('/node_modules/drizzle-orm/')
      ? { url: new URL(specifier, context.parentURL).href, format: 'module', shortCircuit: true }
      : next(specifier, context),
});
const [command, ...rest] = process.argv.slice(2);
process.argv.splice(2, process.argv.length, ...rest);
await import(`./${command}.ts`);
