// The walls of the house (docs/architecture: two wings that share no door). `npm run walls` checks them, and
// scripts/walls.test.ts plants one breach of each to see that it is found.
const inside = (...names) => `^packages/(?:${names.join('|')})/`;

/** Tests and their helpers (`x.test.ts`, `test-kit.ts`, `testing/`), which may read files and start servers. */
const testCode = '(?:(?:\\.test|/test-[\\w-]+)\\.tsx?$|/testing/)';

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    never(
      'talk-never-reaches-members',
      'Not even by way of a third package: what talk can load, it can leak to.',
      { path: inside('talk') },
      { path: inside('members'), reachable: true },
    ),
    never(
      'members-never-reaches-talk',
      'Not even by way of a third package.',
      { path: inside('members') },
      { path: inside('talk'), reachable: true },
    ),
    never(
      'contracts-stay-apart',
      'The two contracts share no id type: `contract/src/{members,talk}` know only what is common.',
      { path: '^packages/contract/src/(members|talk)/' },
      {
        path: '^packages/contract/src/(?:members|talk|desk)/',
        pathNot: '^packages/contract/src/$1/',
        reachable: true,
      },
    ),
    never(
      'desk-knows-no-member',
      'Staff judge what was said in talk, with words of talk.',
      { path: '^packages/contract/src/desk/' },
      { path: '^packages/contract/src/members/', reachable: true },
    ),
    never(
      'common-contract-knows-no-plane',
      'What both planes load must not bring either with it.',
      { path: '^packages/contract/src/[^/]+\\.ts$' },
      { path: '^packages/contract/src/(?:members|talk|desk)/' },
    ),
    never(
      'protocol-is-pure',
      'Only its primitives: no I/O, no clock, no node, so that anyone can audit and reuse it.',
      { path: inside('protocol'), pathNot: testCode },
      { pathNot: [inside('protocol'), 'node_modules/(?:@noble|@scure|mcl-wasm)/'] },
    ),
    never(
      'proof-is-offline',
      'A proof is judged by the file alone: the protocol, and the form that the contract gives it.',
      { path: inside('proof'), pathNot: testCode },
      { pathNot: [inside('proof', 'protocol'), '^packages/contract/src/(?:talk/|[^/]+$)'] },
    ),
    never(
      'planes-judge-no-proofs',
      'A proof is for those who need not believe a server.',
      { path: inside('members', 'talk', 'kit'), pathNot: testCode },
      { path: inside('proof') },
    ),
    never(
      'look-is-pure',
      'The first look at a text knows neither plane and asks nobody. It reads one file: its own weights.',
      { path: inside('look'), pathNot: [testCode, '^packages/look/src/train/'] },
      { pathNot: [inside('look'), 'node_modules/(?:zod|opencc-js)/', '^(?:node:)?fs$'] },
    ),
    never(
      'look-in-the-app-is-small',
      'The app takes what its own check shares, and the names of the kinds. The rules are for one file, loaded before sending.',
      { path: inside('web', 'client'), pathNot: `(?:/exposure/would-refuse\\.ts$|${testCode})` },
      { path: inside('look'), pathNot: '^packages/look/src/(?:personal/|(?:kinds|refusal)\\.ts$)' },
    ),
    never(
      'no-weights-in-the-app',
      'They rank the queue of moderators, and weigh more than the app.',
      { path: inside('web', 'client') },
      { path: '^packages/look/src/(?:index|model/load)\\.ts$', reachable: true },
    ),
    never(
      'only-servers-look',
      'What judges texts is for the planes, and for the app as far as it is shared.',
      { path: inside('protocol', 'contract', 'kit', 'proof', 'cli') },
      { path: inside('look'), pathNot: '^packages/look/src/kinds\\.ts$' },
    ),
    never(
      'training-stays-at-home',
      'It reads and writes files of the project.',
      { path: '^packages/(?!look/src/train/)', pathNot: testCode },
      { path: '^packages/look/src/train/' },
    ),
    never(
      'eye-knows-nobody',
      'The first look at pictures knows neither plane: files go in, a verdict comes out.',
      { path: inside('eye') },
      { path: '^(?:packages/(?!eye/)|e2e/|bench/|adversary/|trials/)' },
    ),
    never(
      'only-talk-and-cli-see-pictures',
      'It is server code with two models in it: the anonymous plane and the operator look, nobody else.',
      { path: '^(?:packages/(?!eye/|talk/|cli/)|e2e/|bench/|adversary/|trials/)' },
      { path: inside('eye') },
    ),
    never(
      'kit-knows-no-plane',
      'Server parts that both planes share.',
      { path: inside('kit') },
      { path: inside('members', 'talk', 'web', 'client', 'cli', 'testbed'), reachable: true },
    ),
    never(
      'kit-knows-no-contract-of-a-plane',
      'Only `contract/common`: an id type of one plane in a shared part is a door.',
      { path: inside('kit') },
      { path: '^packages/contract/src/(?:members|talk|desk)/', reachable: true },
    ),
    never(
      'client-no-server',
      'The client runs in a browser.',
      { path: inside('client'), pathNot: testCode },
      { path: inside('members', 'talk', 'kit', 'web', 'cli', 'testbed'), reachable: true },
    ),
    never(
      'web-no-server',
      'The app runs in a browser.',
      { path: inside('web') },
      { path: inside('members', 'talk', 'kit', 'cli', 'testbed'), reachable: true },
    ),
    never(
      'desk-knows-no-wallet',
      'Whoever keeps order has a name: no mask, no membership and no key of a room comes near it.',
      { path: '^packages/web/src/desk/' },
      {
        path: [
          '^packages/web/src/(?:holder|crypto|members|talk/(?:inside|write|inbox|keep|votes))/',
          '^packages/client/src/(?:(?:index|client|members-call)\\.ts$|(?:wallet|outbox|inbox|tokens)/)',
          '^packages/contract/src/members/',
        ],
        reachable: true,
      },
    ),
    never(
      'only-the-shell-opens-the-desk',
      'Readers and members carry nothing of it along.',
      { path: '^packages/web/src/(?!desk/|shell/)' },
      { path: '^packages/web/src/desk/' },
    ),
    never(
      'cli-starts-planes-as-processes',
      'The command line imports neither plane: it only starts them.',
      { path: inside('cli') },
      { path: inside('members', 'talk', 'testbed'), reachable: true },
    ),
    never(
      'only-the-testbed-imports-planes',
      'Tests, adversary and bench reach a plane through the testbed.',
      { path: '^(?:packages/(?!members/|talk/|testbed/)|e2e/|bench/|adversary/)' },
      { path: inside('members', 'talk') },
    ),
    never(
      'nobody-imports-the-testbed',
      'It knows both planes: only programs for tests and measurements may use it.',
      { path: '^packages/(?!testbed/)' },
      { path: inside('testbed') },
    ),
    never(
      'no-test-code-in-the-product',
      'What tests may do, the product may not.',
      { path: '^packages/(?!testbed/)', pathNot: testCode },
      { path: testCode },
    ),
    never(
      'no-circular',
      'A circle has no bottom to read from. One of types alone is gone before anything runs.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    never(
      'no-unresolved',
      'What cannot be resolved cannot be checked. (`vite/client` is types alone.)',
      {},
      { couldNotResolve: true, pathNot: '^vite/client$' },
    ),
  ],
  options: {
    // Packages of others are named but not entered; ours are links below node_modules and are followed home.
    doNotFollow: { path: 'node_modules/(?!@teahouse/)' },
    exclude: { path: '(?:^|/)(?:dist|artifacts)/' },
    tsPreCompilationDeps: true, // a type that crosses a wall is a breach as well
    preserveSymlinks: false,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
};
