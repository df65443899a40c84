/**
 * Which room may look into which, as ESLint settings: one entry per room, the narrow ones last, since only the last
 * wall that matches a file counts. Sources are matched as they are written, relative to the importing file.
 */
const RULE = '@typescript-eslint/no-restricted-imports'

const wall = (files, ...patterns) => ({ files, rules: { [RULE]: ['error', { patterns }] } })
const no = (regex, message) => ({ regex, message })

const SCRIPTS_OR_TESTS = no('(^|/)(scripts|tests)/', 'Nothing looks into scripts or tests.')
const ELECTRON = no('^electron(/|$)', 'Electron is for the room electron alone.')
const SHELL = no('(^|/)electron/', 'The page never imports the shell; ask over the bridge.')
const NODE = no('^node:', 'A page has no Node.')
const CONTRACT = {
  regex: '(^|/)core/contract$',
  allowTypeImports: true,
  message: 'Only the types of the contract: its schemas check messages in the shell.',
}
const PAGE = [SCRIPTS_OR_TESTS, ELECTRON, SHELL, NODE, CONTRACT]
const BRIDGE = no('(^|/)bridge$', 'Only stores and print speak over the bridge.')
const STORE = no('(^|/)stores/', 'Props in, events out: no store here.')
const JOINED = no('(^|/)(app|print)/', 'app and print join the others; nobody looks into them.')
const SCREEN = no('(^|/)screens/', 'Only app knows screens.')

export const walls = [
  wall(
    ['core/**'],
    no('(^|/)(electron|renderer|scripts|tests)/', 'core knows nothing but core.'),
    no(
      '^(?!\\.{1,2}/|(zod|yaml|intl-messageformat|flesch-kincaid|syllable|jsonc-parser)$)',
      'core is pure: no Electron, Vue, DOM, disk or other packages.',
    ),
  ),
  wall(
    ['electron/**'],
    SCRIPTS_OR_TESTS,
    no('(^|/)renderer/', 'The shell never imports the page.'),
    {
      regex: '^electron(/|$)',
      importNamePattern: '^shell$',
      message: 'Nothing is ever opened outside of the kiosk.',
    },
  ),
  wall(['renderer/**'], ...PAGE),
  wall(
    ['renderer/bridge.ts'],
    ...PAGE,
    no('^\\./', 'The bridge stands alone.'),
    no('core/(?!contract$)', 'Only the types of the contract.'),
  ),
  wall(
    ['renderer/stores/**'],
    ...PAGE,
    no('^\\.\\./(?!bridge$|\\.\\./core/)', 'A store looks into the bridge and core.'),
    // What the answers allow binds the exercises and the sheet by itself, so that nobody can forget to tell them.
    no(
      '^\\./(?!content$|visit$|triage$)',
      'A store looks only into the stores content, visit and triage.',
    ),
  ),
  wall(
    ['renderer/composables/**'],
    ...PAGE,
    no('^\\.\\./(?!stores/|\\.\\./core/)', 'A composable looks into stores and core.'),
  ),
  wall(['renderer/{figure,slides,components}/**'], ...PAGE, BRIDGE, STORE, JOINED, SCREEN),
  wall(
    ['renderer/screens/**'],
    ...PAGE,
    BRIDGE,
    JOINED,
    no('^\\.\\./(?!\\.\\.)', 'A screen never looks into another; the router joins them.'),
  ),
  wall(
    ['renderer/print/**'],
    ...PAGE,
    STORE,
    SCREEN,
    no('(^|/)app/', 'Paper is a page of its own.'),
  ),
  wall(['scripts/**', 'tests/**'], { ...ELECTRON, allowTypeImports: true }),
  // The default app is a part of Electron.
  { files: ['scripts/default-app/**'], rules: { [RULE]: 'off' } },
  // So is a main program of the lab that makes paper.
  { files: ['scripts/drive/paper-lab/**'], rules: { [RULE]: 'off' } },
]
