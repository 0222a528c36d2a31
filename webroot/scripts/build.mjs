// Builds the pages onto the server's classpath, unless nothing that goes into them has changed.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { hashOf, onceFor, pages } from './stamp.mjs'

const output = join(pages, '..', 'target', 'classes', 'pages')
const entries = readdirSync(pages).filter((name) => name.endsWith('.html')).sort()
const sources = ['src', 'public', 'vite.config.ts', 'tsconfig.json', 'package-lock.json', ...entries]
const stamp = join(pages, '..', 'target', 'pages.hash')
const complete = existsSync(join(output, 'party.html'))

await onceFor(stamp, hashOf(...sources) + (complete ? '' : ' missing'), async () => {
  await build({ root: pages, logLevel: 'warn' })
})
