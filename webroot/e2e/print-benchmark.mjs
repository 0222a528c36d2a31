// CPU per document of a Chromium that is kept, printing one XHTML file to PDF. Usage: print-benchmark.mjs FILE FONTS
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { launch } from './browser.mjs'

const [file, fonts] = process.argv.slice(2)
const WARM_UP = 10
const BLOCKS = 5
/** The kernel counts CPU in hundredths of a second, so that one document alone cannot be told. */
const BLOCK = 10
const TICK_MS = 10

// As if the typefaces were installed: read with every document they would cost more than the document.
const own = mkdtempSync(join(tmpdir(), 'print-benchmark-'))
process.env.FONTCONFIG_FILE = join(own, 'fonts.conf')
writeFileSync(process.env.FONTCONFIG_FILE, `<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${resolve(fonts)}</dir><cachedir>${own}</cachedir></fontconfig>`)

const browser = await launch()
const page = await browser.newPage()

async function print() {
  await page.goto(pathToFileURL(file).href)
  await page.evaluate(() => document.fonts.ready)
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true })
}

/** Of this process's children and theirs, all of which are the browser. */
function ticks() {
  const processes = new Map()
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ')
      processes.set(Number(pid), { parent: Number(fields[1]), used: Number(fields[11]) + Number(fields[12]) })
    } catch {
      // It has ended meanwhile.
    }
  }
  const within = (pid) => pid === process.pid || (processes.has(pid) && within(processes.get(pid).parent))
  return [...processes].filter(([pid]) => pid !== process.pid && within(pid)).reduce((sum, [, { used }]) => sum + used, 0)
}

for (let n = 0; n < WARM_UP; n += 1) await print()
const means = []
let bytes = 0
for (let block = 0; block < BLOCKS; block += 1) {
  const before = ticks()
  for (let n = 0; n < BLOCK; n += 1) bytes = (await print()).length
  means.push(((ticks() - before) * TICK_MS) / BLOCK)
}
means.sort((a, b) => a - b)
console.log(`chromium ${browser.version()}  median ${means[Math.floor(BLOCKS / 2)].toFixed(1)} ms  worst ${means[BLOCKS - 1].toFixed(1)} ms of CPU, means of ${BLOCK}; ${bytes} bytes`)
await browser.close()
