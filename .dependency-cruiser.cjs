/** The arrows of the house: who may import whom (ARCHITECTURE.md, "Arrows"). Run by `npm run check:arrows`. */

const features = [
  'people',
  'history',
  'tasks',
  'directions',
  'drafts',
  'programmes',
  'opinions',
  'register',
  'meetings',
  'reminders',
  'reports',
  'delivery',
];

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one file, or want a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'adapters-see-only-chat',
      comment: 'An adapter knows its platform and the vocabulary of src/chat.',
      severity: 'error',
      from: { path: '^adapters/([^/]+)/' },
      to: { path: '^(src|adapters)/', pathNot: ['^src/chat/', '^adapters/$1/'] },
    },
    {
      name: 'nobody-sees-adapters',
      comment: 'Only the composition root knows which platforms there are.',
      severity: 'error',
      from: {
        path: '^(src|migrations)/',
        pathNot: ['^src/(main|app|cli)\\.ts$', '^src/commands/', '^src/demo/'],
      },
      to: { path: '^adapters/' },
    },
    {
      name: 'language-is-pure',
      comment: 'Text and dates in, facts out: no database, no platform, no sentences.',
      severity: 'error',
      from: { path: '^src/language/' },
      to: { path: '^src/', pathNot: '^src/(language|calendar)/' },
    },
    {
      name: 'calendar-is-pure',
      severity: 'error',
      from: { path: '^src/calendar/' },
      to: { path: '^src/', pathNot: '^src/calendar/' },
    },
    {
      name: 'pure-rooms-touch-nothing-outside',
      comment: 'No file, socket, clock or database package in the pure rooms.',
      severity: 'error',
      from: {
        path: '^src/(language|calendar|locale)/',
        pathNot: '^src/language/(deadline|extract)Command\\.ts$',
      },
      to: {
        dependencyTypes: ['core', 'npm'],
        pathNot: 'fastest-levenshtein',
      },
    },
    {
      name: 'locale-says-and-knows-nothing',
      severity: 'error',
      from: { path: '^src/locale/' },
      to: {
        path: '^src/',
        pathNot: [
          '^src/locale/',
          '^src/database/(tables|codes)\\.ts$',
          '^src/(language|calendar|tasks|people|reminders|reports|programmes)/',
          '^src/(language|calendar|tasks|drafts|people|reminders|reports)/',
        ],
      },
    },
    {
      name: 'database-knows-no-feature',
      severity: 'error',
      from: { path: '^src/database/' },
      to: { path: '^src/', pathNot: '^src/database/' },
    },
    {
      name: 'chat-knows-no-feature',
      comment: 'The vocabulary and the router know who acts and how to speak, but no feature.',
      severity: 'error',
      from: { path: '^src/chat/' },
      to: {
        path: '^src/(tasks|directions|drafts|opinions|programmes|register|meetings|reminders|reports|delivery|history|http)/',
      },
    },
    ...features.map((feature) => ({
      name: `store-of-${feature}-is-its-own`,
      comment: 'A table has one feature that writes it; others ask for a function of that feature.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/${feature}/` },
      to: { path: `^src/${feature}/.*[sS]tore\\.ts$` },
    })),
    {
      name: 'only-the-root-knows-all',
      severity: 'error',
      from: { path: '^(src|adapters)/', pathNot: '^src/(main|cli)\\.ts$' },
      to: { path: '^src/(main|cli)\\.ts$' },
    },
    {
      name: 'product-does-not-see-tests',
      severity: 'error',
      from: { path: '^(src|adapters|migrations)/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node'],
    },
  },
};
