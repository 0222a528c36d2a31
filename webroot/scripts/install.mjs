// `npm ci` takes a quarter of a minute, so it runs only when the lock file is another one than last time.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { hashOf, onceFor, pages } from './stamp.mjs'

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

await onceFor(join(pages, 'node_modules', '.lock-hash'), hashOf('package-lock.json'), () => {
  execFileSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: pages, stdio: ['ignore', 'ignore', 'inherit'] })
})
