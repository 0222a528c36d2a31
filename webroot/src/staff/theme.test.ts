import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const css = readFileSync(resolve(import.meta.dirname, 'theme.css'), 'utf8')
const tokens = Object.fromEntries([...css.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{3,6});/g)].map(([, name, hex]) => [name, hex]))

function luminance(name: string): number {
  const hex = name.startsWith('#') ? name : tokens[name]
  if (!hex) {
    throw new Error(`no colour --${name}`)
  }
  const full = hex.length === 4 ? `#${[...hex.slice(1)].map((digit) => digit + digit).join('')}` : hex
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(full.slice(at, at + 2), 16) / 255
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const sides = ['side-a', 'side-b', 'side-c', 'side-d', 'joint', 'staff']
const pairs: [string, string][] = [
  ...['ground', 'paper'].flatMap((surface) =>
    ['ink', 'ink-soft', 'brand-deep', 'danger-deep', 'warn-deep', 'good-deep'].map((ink): [string, string] => [ink, surface]),
  ),
  ...sides.flatMap((side): [string, string][] => [
    [`${side}-deep`, `${side}-pale`],
    ['ink', `${side}-pale`],
    ['ink-soft', `${side}-pale`],
    ['#ffffff', `${side}-deep`],
    ['#ffffff', side],
  ]),
  ['danger-deep', 'danger-pale'],
  ['warn-deep', 'warn-pale'],
  ['good-deep', 'good-pale'],
  ['brand-deep', 'brand-pale'],
  ['lawyer-deep', 'lawyer-pale'],
  ['#ffffff', 'bar'],
  ['#ffffff', 'brand'],
  ['#ffffff', 'danger'],
  ...['map-0', 'map-1', 'map-2', 'map-3'].map((tone): [string, string] => ['ink', tone]),
  ...['map-4', 'map-5'].map((tone): [string, string] => ['#ffffff', tone]),
]

test.each(pairs)('%s on %s reads at 4.5:1', (ink, surface) => {
  expect(contrast(ink, surface)).toBeGreaterThanOrEqual(4.5)
})
