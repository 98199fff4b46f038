/**
 * Who may import whom, as rules with a name and a reason each. `npm run check` holds the code to them, and
 * test/house/boundaries.test.ts holds the rules to what they promise.
 */

/** Lowest first: a room may use what stands below it. Rooms of one rank don't know each other. */
const ranks = [
  ['audiences'],
  ['facts', 'notices'],
  ['accounts'],
  ['squads', 'calendars', 'channels'],
  ['champions', 'answers'],
  ['action-items', 'concerns'],
  ['training', 'meetings', 'office-hours', 'postmortems', 'practice'],
  ['belts'],
  ['recognition', 'search'],
  ['insight'],
];
/** Composes everything, so that it may import everything: the top. */
const top = ['hall/', 'schedule\\.server\\.ts$', 'root\\.tsx$', 'routes\\.ts$', 'entry\\.'];
/** Knows no room at all. */
const ground = ['ui/', 'http/', 'content/', 'configuration', 'paths\\.ts$'];

const inApp = (...places) => `^app/(${places.join('|')})`;
const rooms = (names) => names.map((name) => `${name}/`);
const lookDown = {
  name: 'rooms-look-down',
  comment:
    'Each rank can be read, tested and changed without what stands above it. What joins two rooms of one rank is ' +
    'composed higher up, or in a route, which may use any room’s nouns.',
  severity: 'error',
};

const roomsLookDown = ranks.flatMap((names, rank) =>
  names.map((name) => ({
    ...lookDown,
    from: { path: `^app/${name}/(?!routes/)` },
    to: {
      path: inApp(...rooms(ranks.slice(rank).flat()), ...top),
      pathNot: `^app/${name}/`,
    },
  })),
);

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circular',
      comment:
        'Two modules that need each other are one module in two files: neither can be understood first. ' +
        'Types are gone when the program runs, so that a circle closed by a type alone is none.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...roomsLookDown,
    {
      ...lookDown,
      from: { path: inApp(...ground) },
      to: { path: inApp(...rooms(ranks.flat()), ...top) },
    },
    {
      name: 'database-knows-no-room',
      comment: 'The schema and the engines are below everything: a migration must not depend on a screen.',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: '^app/' },
    },
    {
      name: 'rules-are-pure',
      comment:
        'A noun.ts says what is true, given what it is told: no database (not even its types), no server code, no ' +
        'node, no framework. So it runs in the browser and on the server, and its tests need nothing.',
      severity: 'error',
      from: { path: `^app/(?!ui/|http/)[^/]+/.+\\.ts$`, pathNot: ['\\.server\\.ts$', '/routes/'] },
      to: { path: ['^db/', '\\.server\\.tsx?$', '\\.tsx$', '(^|/)(@remix-run|react|react-dom)/'] },
    },
    {
      name: 'rules-use-no-node',
      comment: 'The same for the modules node brings along under their bare names.',
      severity: 'error',
      from: { path: `^app/(?!ui/|http/)[^/]+/.+\\.ts$`, pathNot: ['\\.server\\.ts$', '/routes/'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'screens-skip-the-database',
      comment:
        'A route or a component asks the room’s noun.server.ts, where lookups go through the viewer. A query written ' +
        'beside a screen is one that nobody checks for who may see its rows.',
      severity: 'error',
      from: { path: ['^app/.*/routes/', '^app/.*\\.tsx$'] },
      to: { path: '^db/' },
    },
    {
      name: 'routes-are-leaves',
      comment:
        'A route is a way in, for the router alone. What two routes share is a noun, and has a file of its own. ' +
        'Its types may be named (useFetcher<typeof action>).',
      severity: 'error',
      from: {},
      to: { path: '^app/.*/routes/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-db-knows-the-dialect',
      comment:
        'One schema serves two engines as long as nobody outside db/ can say which one it is. Rooms use drizzle-orm ' +
        'itself; tests of the engines and of the harness are about the engines, and so is what the app is measured beside.',
      severity: 'error',
      from: { pathNot: ['^db/', '^test/(db|support|proofs)/', '^(test/)?scripts/bench'] },
      to: {
        path: [
          'drizzle-orm/(pg-core|sqlite-core|better-sqlite3|node-postgres)(/|$)',
          'node_modules/(@types/)?(better-sqlite3|pg)/',
        ],
      },
    },
    {
      name: 'nothing-imports-test',
      comment:
        'What is shipped does not lean on what is not. scripts/check, proof and screenshots are part of the tests’ side.',
      severity: 'error',
      from: { pathNot: ['^test/', '^scripts/(check|proof|screenshots)(/|\\.ts$)'] },
      to: { path: '^test/' },
    },
    {
      name: 'lucia-behind-one-module',
      comment: 'Lucia is in maintenance: one file to change on the day it is replaced.',
      severity: 'error',
      from: { pathNot: '^app/accounts/session\\.server\\.ts$' },
      to: { path: '(^|/)lucia/' },
    },
    {
      name: 'everything-resolves',
      comment: 'An import that leads nowhere is one the other rules cannot see.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^build/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
