// A real Chromium: the system's own, or the one that npm brings for a machine without.
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { systemBrowser } from './system-browser.mjs'

// Without these, a browser on a closed network spends its time looking for the maker's services.
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--disable-gpu',
  '--no-sandbox',
]

/** Starts the browser, with more switches where a test needs them. Close it when the test ends. */
export async function launch(more = []) {
  const own = systemBrowser()
  return own ? chromium.launch({ executablePath: own, args: [...QUIET, ...more] }) : launchBundled(more)
}

async function launchBundled(more) {
  const bundle = new URL('./chromium/node_modules/@sparticuz/chromium/', import.meta.url)
  const { default: packed, inflate } = await import(new URL('build/index.js', bundle).href)
  packed.setGraphicsMode = false
  const executablePath = await packed.executablePath()
  await inflate(new URL('bin/al2023.tar.br', bundle).pathname)
  const libraries = join(tmpdir(), 'al2023', 'lib')
  return chromium.launch({
    executablePath,
    args: [...QUIET, '--headless=new', ...more],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_PATH: process.env.FONTCONFIG_PATH ?? join(tmpdir(), 'fonts'),
    },
  })
}

/** A phone of its own: nothing is shared with another context. */
export function phone(browser, baseUrl) {
  return open(browser, baseUrl, { width: 390, height: 844 }, true)
}

/** A desk of its own. */
export function desk(browser, baseUrl) {
  return open(browser, baseUrl, { width: 1440, height: 900 }, false)
}

async function open(browser, baseUrl, viewport, isMobile) {
  const context = await browser.newContext({
    baseURL: baseUrl,
    viewport,
    hasTouch: isMobile,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: true,
  })
  const page = await context.newPage()
  return { context, page, log: watch(page, baseUrl) }
}

/** What a page did that it should not have done, and every byte that it was sent. */
function watch(page, baseUrl) {
  const log = { errors: [], outside: [], frames: [], bodies: [] }
  page.on('console', (message) => {
    if (message.type() === 'error') log.errors.push(message.text())
  })
  page.on('pageerror', (error) => log.errors.push(String(error)))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(baseUrl) && !/^(data|blob):/.test(url)) log.outside.push(url)
  })
  page.on('response', (response) => {
    // What is built is the same for everybody, and long.
    if (new URL(response.url()).pathname.startsWith('/assets/')) return
    log.bodies.push(response.body().then((body) => body.toString('utf8'), () => ''))
  })
  page.on('websocket', (socket) => {
    socket.on('framereceived', (frame) => log.frames.push(String(frame.payload)))
  })
  return log
}
