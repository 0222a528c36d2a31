import { keptRate, loudness, Resampler, waveOf } from './samples'

/** Why nothing can be recorded, for words of the page's own. */
export type Trouble = 'insecure' | 'unsupported' | 'refused' | 'absent' | 'busy'

export class NoMicrophone extends Error {
  constructor(readonly why: Trouble) {
    super(why)
    this.name = 'NoMicrophone'
  }
}

const reasons: Record<string, Trouble> = {
  NotAllowedError: 'refused', SecurityError: 'refused', NotFoundError: 'absent', NotReadableError: 'busy', AbortError: 'busy',
}

/** One recording while it runs. */
export interface Running {
  /** Ends it and gives what was said. */
  stop: () => Promise<Blob>
  /** Ends it and forgets it. */
  drop: () => void
}

/** Plain addresses have no microphone at all, whatever the user would allow. */
export async function openMicrophone(): Promise<MediaStream> {
  if (!window.isSecureContext) throw new NoMicrophone('insecure')
  if (!navigator.mediaDevices?.getUserMedia || !('AudioContext' in window)) throw new NoMicrophone('unsupported')
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    })
  } catch (thrown) {
    throw new NoMicrophone(reasons[(thrown as Error).name] ?? 'busy')
  }
}

/** Records at most `longest` seconds from a stream that it closes at the end. `heard` tells how loud it is, and how many seconds there are. */
export async function record(stream: MediaStream, longest: number, heard: (level: number, seconds: number) => void): Promise<Running> {
  const context = new AudioContext()
  const resampler = new Resampler(context.sampleRate)
  const pieces: Int16Array[] = []
  let kept = 0
  const take = (input: Float32Array): void => {
    const piece = resampler.take(input).subarray(0, longest * keptRate - kept)
    kept += piece.length
    pieces.push(piece)
    heard(loudness(input), kept / keptRate)
  }
  const source = context.createMediaStreamSource(stream)
  const tap = await tapped(context, take)
  source.connect(tap)
  // Without a way out some engines ask for no samples; the tap itself is silent.
  tap.connect(context.destination)
  // iOS begins with it asleep where the finger came before the permission.
  await context.resume()
  const close = (): void => {
    source.disconnect()
    tap.disconnect()
    stream.getTracks().forEach(track => track.stop())
    void context.close()
  }
  return {
    stop: async () => {
      close()
      return waveOf(pieces)
    },
    drop: close,
  }
}

async function tapped(context: AudioContext, take: (samples: Float32Array) => void): Promise<AudioNode> {
  try {
    await context.audioWorklet.addModule(new URL('./capture-worklet.js', import.meta.url).href)
    const node = new AudioWorkletNode(context, 'capture')
    node.port.onmessage = ({ data }: MessageEvent<Float32Array>) => take(data)
    return node
  } catch {
    return scripted(context, take)
  }
}

/** For engines without worklets, and pages without a network: the older way, in the thread of the page. */
function scripted(context: AudioContext, take: (samples: Float32Array) => void): AudioNode {
  const node = context.createScriptProcessor(4096, 1, 1)
  node.onaudioprocess = event => take(event.inputBuffer.getChannelData(0).slice(0))
  return node
}
