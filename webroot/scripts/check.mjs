// Lint, types and tests of the pages in one step, as `mvn verify` runs them; any one that fails, fails the build.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pages } from './stamp.mjs'

const steps = {
  lint: ['eslint', '--max-warnings', '0', '.'],
  types: ['vue-tsc', '--noEmit'],
  test: ['vitest', 'run', '--reporter=dot'],
}

function run([tool, ...args]) {
  const program = join(pages, 'node_modules', '.bin', tool)
  return new Promise(done => {
    spawn(program, args, { cwd: pages, stdio: 'inherit' }).on('close', code => done(code === 0))
  })
}

let failed = 0
for (const [name, command] of Object.entries(steps)) {
  if (await run(command)) continue
  failed += 1
  console.error(`pages: ${name} failed`)
}
console.log(`pages: ${Object.keys(steps).length - failed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
