// Work that is already done is not done again: a stamp file keeps the hash of what went in.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder with package.json. */
export const pages = fileURLToPath(new URL('..', import.meta.url))

function filesUnder(path) {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap(name => filesUnder(join(path, name)))
}

/** One hash over names and contents of the given files and folders, relative to webroot/. */
export function hashOf(...paths) {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of filesUnder(join(pages, path))) {
      hash.update(file.slice(pages.length)).update('\0').update(readFileSync(file)).update('\0')
    }
  }
  return hash.digest('hex')
}

/** Runs `work` unless `stamp` already holds `hash`; the stamp is written only after success. */
export async function onceFor(stamp, hash, work) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  await work()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, hash)
}
