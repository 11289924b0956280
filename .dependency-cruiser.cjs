/** The layers of docs/architecture.md as rules: who may import whom. */
const rule = (name, from, to) => ({ name, severity: 'error', from, to })
module.exports = {
  forbidden: [
    rule('no-cycles', {}, { circular: true }),
    rule('domain-is-pure', { path: '^domain/' }, { pathNot: '^domain/|^node_modules/zod/' }),
    rule('db-knows-domain-only', { path: '^db/' }, { path: '^(main|preload|renderer|tests|scripts|build)/' }),
    rule(
      'server-without-electron',
      { path: '^main/(server|keys|audit|backup|export|import|policy|disclosure)/' },
      { path: 'node_modules/electron' },
    ),
    rule('server-without-screen', { path: '^main/' }, { path: '^(renderer|tests|scripts)/' }),
    rule(
      'preload-types-only',
      { path: '^preload/' },
      { path: '^(main|db|domain|renderer)/', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'renderer-sees-domain-only',
      { path: '^renderer/' },
      { path: '^(main|db|preload|tests|scripts|build)/' },
    ),
    rule('renderer-without-node', { path: '^renderer/' }, { dependencyTypes: ['core'] }),
    rule(
      'renderer-without-database',
      { path: '^renderer/' },
      { path: 'node_modules/(better-sqlite3|kysely|electron|highs|@node-rs)' },
    ),
    rule(
      'product-without-tests',
      { path: '^(domain|db|main|preload|renderer)/' },
      { path: '^(tests|scripts)/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // The native TypeScript 7 compiler has no API that dependency-cruiser could read files with.
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
