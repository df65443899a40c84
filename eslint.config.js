import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import globals from 'globals'
import tseslint from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'
import eslint from '@eslint/js'
import { disableSaysWhy } from './scripts/lint/disable-says-why.js'
import { electronNewerThan33 } from './scripts/lint/electron-newer-than-33.js'
import { walls } from './scripts/lint/walls.js'

const HTML = 'Words go into the page as text, never as HTML.'
const CLOCK = 'core is given time and chance as arguments.'

export default tseslint.config(
  { ignores: ['out/', 'dist/', 'node_modules/', '**/*.d.mts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  vue.configs['flat/recommended'],
  {
    plugins: {
      kiosk: {
        rules: {
          'disable-says-why': disableSaysWhy,
          'electron-newer-than-33': electronNewerThan33,
        },
      },
    },
    rules: { 'kiosk/disable-says-why': 'error' },
  },
  {
    files: ['**/*.ts', '**/*.vue'],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: {
      // TypeScript finds what does not exist, and knows types.
      'no-undef': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['**/*.vue'],
    languageOptions: { parser: vueParser, parserOptions: { parser: tseslint.parser } },
    rules: {
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/no-v-html': 'error',
      'vue/no-v-text-v-html-on-component': 'error',
      // With exactOptionalPropertyTypes an optional prop says what it means without a default.
      'vue/require-default-prop': 'off',
      // vue-tsc alone sees what a component's template and props make of a type.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['core/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['window', 'document', 'process', 'performance', 'crypto'],
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: CLOCK },
        { object: 'Date', property: 'now', message: CLOCK },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: CLOCK },
      ],
    },
  },
  {
    files: ['electron/**/*.ts'],
    rules: {
      'kiosk/electron-newer-than-33': 'error',
      'no-restricted-properties': [
        'error',
        { property: 'openExternal', message: 'Nothing is ever opened outside of the kiosk.' },
        { property: 'openPath', message: 'Nothing is ever opened outside of the kiosk.' },
      ],
    },
  },
  {
    files: ['renderer/**/*.ts', 'renderer/**/*.vue'],
    rules: {
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: HTML },
        { property: 'outerHTML', message: HTML },
        { property: 'insertAdjacentHTML', message: HTML },
        { object: 'document', property: 'write', message: HTML },
      ],
    },
  },
  {
    // Tests feed wrong things on purpose, and reach through Playwright into what has no types.
    files: ['tests/**/*.ts'],
    rules: {
      '@typescript-eslint/no-implied-eval': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  ...walls,
  prettier,
)
