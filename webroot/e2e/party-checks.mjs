// What holds on every screen of a party, in each size in which it may be seen.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { picture } from './checks.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const everyPicture = process.env.EVERY_PICTURE === 'true'
const faults = []
let screens = 0

const PHONE = { width: 390, height: 844 }
const SMALL = { width: 320, height: 640 }
// The largest letters of the page's own choice, and a text of twice the browser's usual size.
const SIZES = [
  { name: '', viewport: PHONE },
  { name: 'largest', viewport: PHONE, chosen: 'xl' },
  { name: 'narrow', viewport: SMALL, root: '200%' },
]

/** Looks at a screen in every size; what is wrong is told at the end, all at once. */
export async function inspect(page, name) {
  screens += 1
  await page.evaluate(() => document.fonts.ready)
  for (const size of SIZES) {
    await show(page, size)
    const seen = size.name ? `${name}-${size.name}` : name
    if (everyPicture || !size.name) await picture(page, `party-${seen}`)
    await barriers(page, seen)
    for (const fault of await page.evaluate(layoutFaults)) faults.push(`${seen}: ${fault}`)
  }
  await show(page, SIZES[0])
}

async function show(page, { viewport, chosen = 'm', root = '' }) {
  await page.setViewportSize(viewport)
  await page.evaluate(({ chosen, root }) => {
    document.documentElement.dataset.size = chosen
    document.documentElement.style.fontSize = root
    // What is laid out by the height of the letters is told as a phone tells it.
    window.dispatchEvent(new Event('resize'))
    return new Promise((done) => window.requestAnimationFrame(() => window.requestAnimationFrame(done)))
  }, { chosen, root })
}

async function barriers(page, seen) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }))
  for (const { id, nodes } of violations) faults.push(`${seen}: axe ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

/** In the page: sideways scroll, controls that are cut off, and targets that a finger would miss. */
function layoutFaults() {
  const found = []
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth
  if (wide > 0) found.push(`scrolls sideways by ${wide} px`)
  const open = document.querySelector('dialog[open]') ?? document.querySelector('[aria-modal="true"]') ?? document
  for (const element of open.querySelectorAll('a[href], button, input, textarea, label.choice, [role=tab]')) {
    const target = element.closest('label.choice') ?? element
    const { width, height, left, right } = target.getBoundingClientRect()
    if (width <= 1 || target.closest('.visually-hidden') || getComputedStyle(target).visibility === 'hidden') continue
    const name = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 20) || element.tagName
    if (Math.min(width, height) < 43.5) found.push(`${name}: ${Math.round(width)}x${Math.round(height)} is under 44 px`)
    if (target.matches('.weui-btn, [type=submit], label.choice, textarea') && height < 59.5) found.push(`${name}: a main action of ${Math.round(height)} px`)
    if (left < -0.5 || right > innerWidth + 0.5) found.push(`${name}: cut off, ${Math.round(left)} to ${Math.round(right)} of ${innerWidth}`)
    if (target.scrollWidth > target.clientWidth + 2 && target.tagName !== 'TEXTAREA' && target.tagName !== 'INPUT') found.push(`${name}: its words run out of it`)
  }
  return found
}

/** What was found before a script came to its end. */
export function foundSoFar() {
  return [...new Set(faults)].join('\n')
}

export function assertNoFaults() {
  console.log(`${screens} screens in ${SIZES.length} sizes: ${faults.length} faults`)
  assert.deepEqual([...new Set(faults)], [], 'on the screens of a party')
}

/** How much of a page moved while it loaded, since its last navigation. */
export function watchShifts(page) {
  return page.addInitScript(() => {
    globalThis.shifted = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shifted += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

export async function assertStill(page, name) {
  const shifted = await page.evaluate(() => globalThis.shifted)
  console.log(`${name}: CLS ${shifted.toFixed(4)}`)
  if (shifted > 0.02) faults.push(`${name}: moves while it loads, CLS ${shifted.toFixed(3)}`)
}

/** Milliseconds from a tap on the send button to the own bubble, sorted. */
export async function echoTimes(page, times) {
  const waits = await page.evaluate(async (times) => {
    const box = document.querySelector('textarea')
    const waits = []
    for (let n = 0; n < times; n += 1) {
      box.value = `回声${n}。`
      box.dispatchEvent(new Event('input'))
      await new Promise((done) => window.requestAnimationFrame(done))
      const began = performance.now()
      box.form.requestSubmit()
      while (!document.querySelector('[role=log]').textContent.includes(`回声${n}。`)) await new Promise((done) => queueMicrotask(done))
      waits.push(performance.now() - began)
    }
    return waits
  }, times)
  return waits.sort((a, b) => a - b)
}
