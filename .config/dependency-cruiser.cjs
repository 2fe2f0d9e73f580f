/** Where code may lean on what: docs/adr and the tree's map in the README say why. */
const tests = '\\.test\\.tsx?$|/testing/';
const anyPart = '^(shared|migrations|api|web)/';

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid(
      'shared-stands-alone',
      'shared decides for api and web and knows neither',
      { path: '^shared/src' },
      { path: '^(api|web|migrations)/' },
    ),
    forbid(
      'shared-is-pure',
      'shared needs no package and no part of Node.js: it runs in a browser and in a proof file',
      { path: '^shared/src', pathNot: tests },
      { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg'] },
    ),
    forbid(
      'migrations-stand-alone',
      'a migration never changes with the code around it',
      { path: '^migrations/src' },
      { path: '^(shared|api|web)/' },
    ),
    forbid('api-without-web', 'the api knows no screen', { path: '^api/' }, { path: '^web/' }),
    forbid(
      'web-without-server',
      'the web knows the api by its description alone',
      { path: '^web/' },
      { path: '^(api|migrations)/' },
    ),
    forbid(
      'only-migrate-migrates',
      'one place runs the migrations',
      { path: '^api/src', pathNot: '^api/src/platform/database/migrate\\.ts$' },
      { path: '^migrations/' },
    ),
    forbid(
      'platform-knows-no-feature',
      'features lean on the platform',
      { path: '^api/src/platform', pathNot: tests },
      { path: '^api/src/(features|cli|start|[^/]+\\.ts$)' },
    ),
    forbid(
      'features-meet-in-public',
      'a feature gives the others its *.public.ts and keeps the rest',
      { path: '^api/src/features/([^/]+)/', pathNot: tests },
      { path: '^api/src/features/(?!$1/)[^/]+/', pathNot: '\\.public\\.ts$' },
    ),
    forbid(
      'web-features-meet-in-routes',
      'a feature of the web is an island',
      { path: '^web/src/features/([^/]+)/', pathNot: tests },
      { path: '^web/src/(routes/|features/(?!$1/)[^/]+/)' },
    ),
    forbid(
      'web-ground-knows-no-feature',
      'features lean on ui and platform',
      { path: '^web/src/(ui|platform)/', pathNot: tests },
      { path: '^web/src/(features|routes)/' },
    ),
    forbid(
      'no-tests-in-the-product',
      'what is served leans on no test',
      { path: anyPart, pathNot: `${tests}|^api/(test|bench)/|^web/e2e/` },
      { path: tests },
    ),
    forbid(
      'no-cycle',
      'two files that need each other are one, or three',
      { path: anyPart },
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid(
      'no-missing',
      'what is imported exists',
      { path: anyPart },
      { couldNotResolve: true, pathNot: '\\.(css|svg|woff2)$|\\?' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: require('node:path').resolve(__dirname, 'tsconfig.boundaries.json') },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
