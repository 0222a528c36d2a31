/** Samples as they are kept: 16 kHz, mono, 16 bit, which every browser plays and every transcriber takes. */
export const keptRate = 16_000
const headBytes = 44

/**
 * Brings samples of another rate to the kept one, piece by piece. Each kept sample is the mean of those that fall into its
 * time, so that nothing above half the kept rate comes back as a whistle that nobody made.
 */
export class Resampler {
  private readonly step: number
  private sum = 0
  private weight = 0

  constructor(rate: number) {
    this.step = rate / keptRate
  }

  take(samples: Float32Array): Int16Array {
    if (this.step < 1) return this.stretched(samples)
    const kept: number[] = []
    for (const sample of samples) {
      const left = this.step - this.weight
      const share = Math.min(1, left)
      this.sum += sample * share
      this.weight += share
      if (this.step - this.weight > 1e-9) continue
      kept.push(toInt16(this.sum / this.step))
      this.sum = sample * (1 - share)
      this.weight = 1 - share
    }
    return Int16Array.from(kept)
  }

  /** A microphone with less than the kept rate, such as a headset by Bluetooth: samples are said again. */
  private stretched(samples: Float32Array): Int16Array {
    const kept = new Int16Array(Math.floor(samples.length / this.step))
    for (let at = 0; at < kept.length; at += 1) kept[at] = toInt16(samples[Math.floor(at * this.step)] ?? 0)
    return kept
  }
}

function toInt16(sample: number): number {
  return Math.round(Math.max(-1, Math.min(1, sample)) * 32_767)
}

/** How loud a stretch is, 0 to 1. */
export function loudness(samples: Float32Array): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  return Math.min(1, Math.sqrt(sum / Math.max(1, samples.length)) * 4)
}

/** The WAV file of samples of the kept rate. */
export function waveOf(pieces: readonly Int16Array[]): Blob {
  const bytes = pieces.reduce((sum, piece) => sum + piece.byteLength, 0)
  const head = new DataView(new ArrayBuffer(headBytes))
  const tag = (at: number, word: string): void => [...word].forEach((letter, n) => head.setUint8(at + n, letter.charCodeAt(0)))
  tag(0, 'RIFF')
  head.setUint32(4, headBytes - 8 + bytes, true)
  tag(8, 'WAVEfmt ')
  head.setUint32(16, 16, true)
  head.setUint16(20, 1, true)
  head.setUint16(22, 1, true)
  head.setUint32(24, keptRate, true)
  head.setUint32(28, keptRate * 2, true)
  head.setUint16(32, 2, true)
  head.setUint16(34, 16, true)
  tag(36, 'data')
  head.setUint32(40, bytes, true)
  const body = new Uint8Array(bytes)
  let at = 0
  for (const piece of pieces) {
    body.set(new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength), at)
    at += piece.byteLength
  }
  return new Blob([head.buffer, body.buffer], { type: 'audio/wav' })
}

export function millisOf(wave: Blob): number {
  return Math.floor((wave.size - headBytes) / 2 / (keptRate / 1000))
}
