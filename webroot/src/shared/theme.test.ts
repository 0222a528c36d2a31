import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const css = readFileSync(resolve(import.meta.dirname, 'theme.css'), 'utf8')
const tokens = Object.fromEntries([...css.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]))

function luminance(name: string): number {
  const hex = tokens[name]
  if (!hex) throw new Error(`no colour --${name}`)
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const surfaces = ['page', 'paper', 'soft']
const inks = ['text', 'muted', 'brand', 'link', 'danger']
const pairs: [string, string][] = [
  ...surfaces.flatMap(surface => inks.map((ink): [string, string] => [ink, surface])),
  ['text', 'own'], ['on-brand', 'brand'], ['on-danger', 'danger'], ['amber', 'amber-pale'], ['text', 'amber-pale'],
  ['lawyer', 'lawyer-pale'], ['lawyer', 'paper'], ['danger', 'danger-pale'], ['text', 'danger-pale'],
  ['side-a', 'side-a-pale'], ['side-b', 'side-b-pale'], ['joint', 'joint-pale'], ['text', 'joint-pale'],
  ['on-side', 'side-a'], ['on-side', 'side-b'], ['on-side', 'joint'], ['on-side', 'lawyer'],
  ['brand', 'brand-pale'], ['text', 'brand-pale'], ['muted', 'brand-pale'], ['muted', 'amber-pale'],
]

test.each(pairs)('%s on %s reads at 4.5:1', (ink, surface) => {
  expect(contrast(ink, surface)).toBeGreaterThanOrEqual(4.5)
})
