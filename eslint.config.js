import eslint from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const noDefaultExport = { selector: 'ExportDefaultDeclaration', message: 'Named exports only: one name for one thing.' }
const noEnum = { selector: 'TSEnumDeclaration', message: 'Use a union of string literals, or `as const`.' }

/** Time, chance and the outside world reach pure code as arguments. */
const impure = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Pass the day or instant in.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Pass the day or instant in.' },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Pass the id or number in.',
  },
  { selector: 'MemberExpression[property.name=/^toLocale/]', message: 'Name the locale: use shared/lib/format.' },
]

export default defineConfig(
  globalIgnores(['out', 'dist', '.cache', '**/*.cjs', 'scripts/**/*.mjs', 'playwright-report', 'test-results']),
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', '*.ts', 'scripts/lib/*.d.mts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      curly: ['error', 'multi-line'],
      eqeqeq: 'error',
      // Code is the formatter's. What it leaves as it is are comments, and texts and numbers that no line can break.
      'max-len': [
        'error',
        {
          code: 120,
          ignoreUrls: true,
          ignoreStrings: true,
          ignoreTemplateLiterals: true,
          ignoreRegExpLiterals: true,
          ignorePattern: String.raw`^\s*0x[0-9a-f]+n,$`,
        },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      'no-restricted-syntax': ['error', noDefaultExport, noEnum],
      'no-console': 'error',
    },
  },
  { files: ['shared/**/*.ts'], rules: { 'no-restricted-syntax': ['error', noDefaultExport, noEnum, ...impure] } },
  { files: ['renderer/**/*.{ts,tsx}'], extends: [reactHooks.configs.flat.recommended] },
  {
    files: ['test/**', 'scripts/**', 'tools/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'no-console': 'off' },
  },
  {
    files: ['*.config.{js,ts}'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'no-restricted-syntax': 'off' },
  },
)
