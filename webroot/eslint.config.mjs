import js from '@eslint/js'
import vue from 'eslint-plugin-vue'
import tseslint from 'typescript-eslint'

// Browser globals that speak to the network live in two modules only, so that separation can be reviewed there.
const network = ['fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource'].map(name => ({
  name,
  message: 'Only src/shared/http.ts and src/shared/socket.ts speak to the network.',
}))

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'public'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.ts', '**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.vue'] } },
    rules: {
      'no-undef': 'off',
      'no-restricted-globals': ['error', ...network],
      'max-lines': ['error', { max: 300 }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/explicit-function-return-type': ['error', { allowExpressions: true }],
      'vue/no-v-html': 'error',
      'vue/component-name-in-template-casing': ['error', 'PascalCase'],
      // Layout of markup is left to the writer; what follows is about faults.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/html-indent': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/attributes-order': 'off',
      'vue/require-default-prop': 'off',
      'vue/multi-word-component-names': 'off',
    },
  },
  { files: ['src/shared/http.ts', 'src/shared/socket.ts', 'src/shared/fakeWire.ts', '**/*.test.ts'], rules: { 'no-restricted-globals': 'off' } },
  { files: ['scripts/**', 'e2e/**'],
    languageOptions: {
      globals: {
        process: 'readonly', console: 'readonly', URL: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly',
        fetch: 'readonly', Buffer: 'readonly', document: 'readonly', window: 'readonly', location: 'readonly', localStorage: 'readonly', performance: 'readonly',
        Blob: 'readonly', Event: 'readonly', FormData: 'readonly', PerformanceObserver: 'readonly', WebSocket: 'readonly',
        getComputedStyle: 'readonly', innerWidth: 'readonly', queueMicrotask: 'readonly',
      },
    },
    rules: { 'no-restricted-globals': 'off' },
  },
)
