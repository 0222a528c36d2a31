// What holds on every screen, whoever looks at it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import assert from 'node:assert/strict'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const pictures = process.env.PICTURES
const barriers = []

/** Looks at a screen: lets axe judge it, and keeps a picture where pictures are asked for; what is found is told at the end. */
export async function look(page, name) {
  // What is judged before the text's own size is there would be another page.
  await page.evaluate(() => document.fonts.ready)
  await page.evaluate(moved)
  if (process.env.EVERY_PICTURE === 'true') await picture(page, name)
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  const { violations } = await page.evaluate((options) => globalThis.axe.run(document, options), { resultTypes: ['violations'] })
  for (const { id, help, nodes } of violations) {
    barriers.push(`${name}: ${id} (${help}): ${nodes.map((node) => node.html).join(' ')}`)
  }
}

/** A dialog that is still fading in has colours that nobody reads. */
async function moved() {
  const ending = globalThis.document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
  await Promise.allSettled(ending.map((one) => one.finished))
}

export async function picture(page, name) {
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`) })
}

export function assertNoBarriers() {
  assert.deepEqual(barriers, [], 'axe found')
}

/** Counts what a first visit costs, as it comes over the wire. */
export async function weigh(context, page) {
  const session = await context.newCDPSession(page)
  const load = { requests: 0, bytes: 0 }
  await session.send('Network.enable')
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    load.requests += 1
    load.bytes += encodedDataLength
  })
  return load
}

/** Every byte that a browser was sent or keeps. */
export async function everythingIn({ context, page, log }) {
  const kept = await page.evaluate(keptByPage)
  const cookies = JSON.stringify(await context.cookies())
  return [...(await Promise.all(log.bodies)), ...log.frames, kept, cookies, await page.content()].join('\n')
}

async function keptByPage() {
  const request = (asked) =>
    new Promise((done, failed) => {
      asked.onsuccess = () => done(asked.result)
      asked.onerror = () => failed(asked.error)
    })
  const kept = [JSON.stringify({ ...globalThis.localStorage }), JSON.stringify({ ...globalThis.sessionStorage })]
  for (const { name } of await globalThis.indexedDB.databases()) {
    const database = await request(globalThis.indexedDB.open(name))
    for (const store of database.objectStoreNames) {
      kept.push(JSON.stringify(await request(database.transaction(store).objectStore(store).getAll())))
    }
    database.close()
  }
  for (const name of await globalThis.caches.keys()) {
    const cache = await globalThis.caches.open(name)
    for (const stored of await cache.matchAll()) kept.push(await stored.text())
  }
  return kept.join('\n')
}

/** A page asks nobody but its own server and has nothing to complain about. */
export function assertQuiet(name, { log }, tolerated = () => false) {
  assert.deepEqual(log.errors.filter((error) => !tolerated(error)), [], `${name}: errors in the console`)
  assert.deepEqual(log.outside, [], `${name}: requests to other hosts`)
}
