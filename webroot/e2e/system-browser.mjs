// The machine's own Chromium, if it has one; the one without windows first, whose work is a fifth less.
import { existsSync } from 'node:fs'

const PLACES = [
  process.env.YILIAN_CHROMIUM,
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

export function systemBrowser() {
  return PLACES.filter(Boolean).find((path) => existsSync(path))
}
