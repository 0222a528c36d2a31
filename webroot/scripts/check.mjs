// Lint, types and tests of the pages in one step, as `mvn verify` runs them; any one that fails, fails the build.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pages } from './stamp.mjs'

const lint = ['eslint', '--max-warnings', '0', '.']
const types = ['vue-tsc', '--noEmit']
const test = ['vitest', 'run', '--reporter=dot']

/** Resolves to whether it passed; what it said is told in one piece, since another may be at work beside it. */
function run([tool, ...args]) {
  const program = join(pages, 'node_modules', '.bin', tool)
  return new Promise(done => {
    const said = []
    const child = spawn(program, args, { cwd: pages, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.on('data', words => said.push(words))
    child.stderr.on('data', words => said.push(words))
    child.on('close', code => {
      process.stdout.write(Buffer.concat(said))
      if (code !== 0) console.error(`pages: ${tool} failed`)
      done(code === 0)
    })
  })
}

// The first two have one thread each; the tests keep every core busy by themselves.
const passed = [...(await Promise.all([run(lint), run(types)])), await run(test)]
const failed = passed.filter(one => !one).length
console.log(`pages: ${passed.length - failed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
