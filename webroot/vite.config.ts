import vue from '@vitejs/plugin-vue'
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const server = process.env['YILIAN_DEV_SERVER'] ?? 'http://127.0.0.1:8080'
const entry = (name: string): string => resolve(import.meta.dirname, name)

// One entry per audience: a party's phone never downloads what staff need.
export default defineConfig({
  plugins: [vue()],
  build: {
    outDir: '../target/classes/pages',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // The oldest engines still inside WeChat; see the decision on browsers.
    target: ['chrome87', 'safari14'],
    reportCompressedSize: false,
    // Its only reader would be Safari 14, which does without.
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: readdirSync(import.meta.dirname).filter((name) => name.endsWith('.html')).map(entry),
      output: {
        codeSplitting: {
          // Left alone, each module that two audiences share would become a request of its own on a slow phone.
          groups: [{ name: 'base', test: /node_modules\/(@vue|vue)\/|plugin-vue|vite\/preload|src\/shared\/(?!Sign|strokes|save)\w+\.ts|src\/party\/(texts\.ts|ui\/(LoadState|FailureNote|TextField)\.vue)/ }],
        },
      },
    },
  },
  server: {
    proxy: { '/api': server, '/ws': { target: server, ws: true } },
  },
  test: {
    // A page's document takes longer to make than most tests take: who needs one names it.
    environment: 'node',
    include: ['src/**/*.test.ts'],
  },
})
