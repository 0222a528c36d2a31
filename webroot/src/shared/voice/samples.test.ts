import { describe, expect, it } from 'vitest'
import { keptRate, loudness, millisOf, Resampler, waveOf } from './samples'

const tone = (rate: number, hertz: number, seconds: number): Float32Array =>
  Float32Array.from({ length: rate * seconds }, (_, n) => Math.sin((n * 2 * Math.PI * hertz) / rate))

/** How often the sound goes through nothing upwards, which is its pitch. */
function pitch(samples: Int16Array): number {
  let times = 0
  for (let at = 1; at < samples.length; at += 1) if ((samples[at - 1] ?? 0) < 0 && (samples[at] ?? 0) >= 0) times += 1
  return (times * keptRate) / samples.length
}

describe('samples', () => {
  it.each([48_000, 44_100, 16_000, 8_000])('keeps length and pitch from %i', rate => {
    const resampler = new Resampler(rate)
    const sound = tone(rate, 440, 1)
    const kept: number[] = []
    for (let at = 0; at < sound.length; at += 128) kept.push(...resampler.take(sound.subarray(at, at + 128)))
    expect(Math.abs(kept.length - keptRate)).toBeLessThan(80)
    expect(Math.abs(pitch(Int16Array.from(kept)) - 440)).toBeLessThan(6)
  })

  it('lets no whistle through that nobody made', () => {
    const kept = new Resampler(48_000).take(tone(48_000, 15_500, 1))
    expect(Math.max(...kept)).toBeLessThan(12_000)
  })

  it('makes a file whose length can be told', async () => {
    const wave = waveOf([new Int16Array(8_000), new Int16Array(8_000)])
    expect(millisOf(wave)).toBe(1_000)
    const head = new DataView(await wave.slice(0, 44).arrayBuffer())
    expect(head.getUint32(24, true)).toBe(16_000)
    expect(head.getUint32(40, true)).toBe(32_000)
    expect(wave.size).toBe(44 + 32_000)
  })

  it('tells loud from quiet', () => {
    expect(loudness(new Float32Array(100))).toBe(0)
    expect(loudness(tone(16_000, 440, 0.1))).toBe(1)
  })
})
