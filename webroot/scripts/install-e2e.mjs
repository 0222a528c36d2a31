// What the browser tests drive the pages with, and a browser where the machine has none.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { systemBrowser } from '../e2e/system-browser.mjs'
import { hashOf, onceFor, pages } from './stamp.mjs'

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

async function install(folder) {
  const cwd = join(pages, folder)
  await onceFor(join(cwd, 'node_modules', '.lock-hash'), hashOf(join(folder, 'package-lock.json')), () => {
    execFileSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
  })
}

await install('e2e')
if (!systemBrowser()) {
  await install('e2e/chromium')
}
