// Every command goes through here, so that an old Node says so instead of failing on its first TypeScript file.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Guildhall needs Node 22.18 or later and this is ${process.version}. Normally "npm ci" brings one along and\n` +
      '"npm start" uses it: run commands through npm, and do not install with --omit=optional. Where there is no\n' +
      'such package for your system (musl, for example), install a newer Node and run npm ci again.',
  );
  process.exit(1);
}
const [command, ...rest] = process.argv.slice(2);
process.argv.splice(2, process.argv.length, ...rest);
await import(`./${command}.ts`);
