/** The architecture, as rules. Read `comment` first. `npm run check:deps` fails on any breach. */

/**
 * The rooms of electron/host, floor by floor from the ground. A room imports rooms of its own floor and of those below
 * it; what lies in no room (host.ts, register.ts) is the roof.
 */
const hostFloors = [
  ['lib', 'files', 'bytes'],
  ['vault', 'profile', 'keys'],
  ['journal', 'attachments', 'drafts', 'desk'],
  ['envelopes', 'bundles', 'locks', 'transfer', 'exchange'],
  ['snapshots', 'conversion', 'audit', 'verify', 'inspection', 'publishing', 'documents', 'samples', 'places'],
  ['context'],
  ['handlers'],
]

const hostFloorRules = hostFloors.map((rooms, index) => ({
  name: `host-floor-${index + 1}`,
  severity: 'error',
  comment: `Nothing on the floor of ${rooms.join(', ')} knows what stands above it.`,
  from: { path: `^electron/host/(${rooms.join('|')})/` },
  to: {
    path: '^electron/host/',
    pathNot: `^electron/host/(${hostFloors
      .slice(0, index + 1)
      .flat()
      .join('|')})/`,
  },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle means two modules are really one.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'shared-is-pure',
      severity: 'error',
      comment: 'shared/ runs in any process: no Electron, no React, no Dexie.',
      from: { path: '^shared/' },
      to: {
        path: '^(electron|renderer|test|scripts|tools)/|node_modules/(electron|react|react-dom|dexie|zustand|antd)/',
      },
    },
    {
      name: 'shared-no-node',
      severity: 'error',
      comment: 'shared/ does no IO.',
      from: { path: '^shared/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'domain-knows-nobody',
      severity: 'error',
      comment: 'The domain model is the bottom layer.',
      from: { path: '^shared/(domain|lib)/' },
      to: { path: '^shared/', pathNot: '^shared/(domain|lib)/' },
    },
    {
      name: 'regulation-knows-only-domain',
      severity: 'error',
      comment: 'The regulation depends on facts, never on screens, storage or documents.',
      from: { path: '^shared/regulation/' },
      to: { path: '^shared/', pathNot: '^shared/(regulation|calendar|domain|lib)/' },
    },
    {
      name: 'workflow-knows-domain',
      severity: 'error',
      comment: 'The status machine is a table over the domain.',
      from: { path: '^shared/workflow/' },
      to: { path: '^shared/', pathNot: '^shared/(workflow|calendar|domain|lib)/' },
    },
    {
      name: 'calendar-knows-domain',
      severity: 'error',
      comment: 'Working days depend on days alone.',
      from: { path: '^shared/calendar/' },
      to: { path: '^shared/', pathNot: '^shared/(calendar|domain|lib)/' },
    },
    {
      name: 'documents-are-pure',
      severity: 'error',
      comment: 'A composer turns facts and judgements into blocks; it never writes bytes.',
      from: { path: '^shared/documents/' },
      to: {
        path: '^shared/',
        pathNot: '^shared/(documents|domain|lib|regulation|messages|records|calendar|workflow)/',
      },
    },
    {
      name: 'papers-print-their-own-words',
      severity: 'error',
      comment: 'What is printed stands in shared/documents: no label of a screen, no record of a desk changes a paper.',
      from: { path: '^shared/documents/' },
      to: { path: '^shared/(messages|records)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'words-are-read-when-wanted',
      severity: 'error',
      comment: 'A page reads the words of its own language: nothing in it imports those of all.',
      from: { path: '^(renderer|shared)/', pathNot: '^shared/messages/(catalogue|translate)\\.ts' },
      to: { path: '^shared/messages/(catalogue|translate)\\.ts', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'vocabulary-stands-alone',
      severity: 'error',
      comment: 'Screens take the words of papers from the vocabulary; it takes none from anywhere.',
      from: { path: '^shared/documents/vocabulary/' },
      to: { path: '^(shared|renderer|electron)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'publishing-knows-blocks',
      severity: 'error',
      comment: 'Writers turn blocks into bytes and know nothing of the review.',
      from: { path: '^shared/publishing/' },
      to: { path: '^shared/', pathNot: '^shared/(publishing|documents/blocks|lib|domain/date)' },
    },
    {
      name: 'records-know-domain',
      severity: 'error',
      comment: 'Records and their fold stand on the domain.',
      from: { path: '^shared/records/' },
      to: { path: '^shared/', pathNot: '^shared/(records|domain|lib|workflow|calendar)/' },
    },
    {
      name: 'bundle-knows-records',
      severity: 'error',
      comment: "A bundle carries records, whose moves are held against the status table; the zip itself is the host's.",
      from: { path: '^shared/bundle/' },
      to: { path: '^shared/', pathNot: '^shared/(bundle|records|workflow|domain|lib)/' },
    },
    {
      name: 'acts-make-records',
      severity: 'error',
      comment: 'An act turns what stands and what was typed into records; it sets no type, and says gaps as codes.',
      from: { path: '^shared/acts/' },
      to: { path: '^shared/(publishing|messages)/' },
    },
    {
      name: 'acts-are-done-by-people',
      severity: 'error',
      comment:
        'Screens and the command line do acts; the host guards what is recorded, the rest of shared/ knows no act.',
      from: { path: '^(shared|electron)/', pathNot: '^(shared/acts|electron/cli)/' },
      to: { path: '^shared/acts/' },
    },
    {
      name: 'tables-know-domain',
      severity: 'error',
      comment:
        'A table that comes from a spreadsheet is read into nouns of the domain; it knows no record, no paper and no screen.',
      from: { path: '^shared/tables/' },
      to: { path: '^shared/', pathNot: '^shared/(tables|domain|lib)/' },
    },
    {
      name: 'audit-says-records',
      severity: 'error',
      comment: 'An audit reads records and says them in words; it knows no paper, no screen and no file.',
      from: { path: '^shared/audit/' },
      to: { path: '^shared/', pathNot: '^shared/(audit|records|domain|lib|messages)/' },
    },
    {
      name: 'electron-not-renderer',
      severity: 'error',
      comment: 'Processes meet only in shared/ipc.',
      from: { path: '^electron/' },
      to: { path: '^renderer/' },
    },
    {
      name: 'renderer-not-electron',
      severity: 'error',
      comment: 'Processes meet only in shared/ipc.',
      from: { path: '^renderer/' },
      to: { path: '^electron/|node_modules/electron/' },
    },
    {
      name: 'renderer-no-node',
      severity: 'error',
      comment: 'The renderer is sandboxed.',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'host-without-electron',
      severity: 'error',
      comment: 'The host serves both shells and is tested in plain Node.',
      from: { path: '^electron/(host|shell|browser-shell|cli)/' },
      to: { path: '^electron/(main|preload)/|node_modules/electron/' },
    },
    {
      name: 'host-knows-no-shell',
      severity: 'error',
      comment: 'Shells and the command line stand on the host, never the reverse.',
      from: { path: '^electron/host/' },
      to: { path: '^electron/(shell|browser-shell|cli)/' },
    },
    ...hostFloorRules,
    {
      name: 'host-rooms-in-order',
      severity: 'error',
      comment: 'Two rooms of the host that import each other are really one.',
      scope: 'folder',
      from: { path: '^electron/host/' },
      to: { circular: true },
    },
    {
      name: 'preload-is-thin',
      severity: 'error',
      comment: 'Preload may load Electron and the channel names, nothing else.',
      from: { path: '^electron/preload/' },
      to: {
        path: '.',
        pathNot: '^shared/ipc/channels|^electron/preload/|node_modules/electron/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'dexie-only-in-data',
      severity: 'error',
      comment: 'One door to the database. Hooks may use dexie-react-hooks.',
      from: { path: '^renderer/', pathNot: '^renderer/data/' },
      to: { path: 'node_modules/dexie/' },
    },
    {
      name: 'features-are-islands',
      severity: 'error',
      comment: 'A feature never imports another feature; lift the common part to ui/ or data/.',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'only-app-mounts-features',
      severity: 'error',
      comment: 'Routes are the one place that knows the features.',
      from: { path: '^renderer/', pathNot: '^renderer/(app|features)/' },
      to: { path: '^renderer/(app|features)/' },
    },
    {
      name: 'ui-knows-no-data',
      severity: 'error',
      comment:
        'ui/ is presentational: what it shows is given to it. What asks the host and is shared by features is a part.',
      from: { path: '^renderer/ui/' },
      to: { path: '^renderer/(app|data|features|parts|stores)/|^renderer/platform/bridge' },
    },
    {
      name: 'ui-never-reaches-the-host',
      severity: 'error',
      comment: 'Nothing that ui/ stands on calls the host, either.',
      from: { path: '^renderer/ui/' },
      to: { path: '^renderer/platform/bridge', reachable: true },
    },
    {
      name: 'data-knows-no-screen',
      severity: 'error',
      comment: 'What is shown follows from the data, never the reverse.',
      from: { path: '^renderer/data/' },
      to: { path: '^renderer/(parts|stores|ui)/' },
    },
    {
      name: 'papers-are-made-at-one-desk',
      severity: 'error',
      comment:
        "A screen, and the demonstration, name the row of a paper and its facts; composer, code and line are the desk's.",
      from: { path: '^(renderer|electron/cli/demo)/' },
      to: {
        path: '^shared/documents/',
        pathNot:
          '^shared/documents/(vocabulary/|catalogue|paper(-code)?[.]ts|blocks|letters?[.]ts|refusal-slip|placeholders|unprintable)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      comment: 'Tests depend on code, never the reverse.',
      from: { pathNot: '^(test|tools/[^/]+/test)/' },
      to: { path: '^test/' },
    },
    {
      name: 'product-knows-no-tools',
      severity: 'error',
      comment: 'What makes samples, builds and tests is never shipped.',
      from: { path: '^(electron|renderer|shared)/' },
      to: { path: '^(tools|scripts)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|\\.cache)/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
