import { computed, onScopeDispose, ref, type ComputedRef, type Ref } from 'vue'
import { NoMicrophone, openMicrophone, record, type Running } from './microphone'
import { millisOf } from './samples'
import { texts } from './texts'

/** `held` while the finger is down, `tapped` after a tap, `full` when no more goes in. */
export type Stage = 'idle' | 'asking' | 'held' | 'tapped' | 'full'

const tapMs = 350
const shortestMs = 400

export interface Talk {
  stage: Ref<Stage>
  level: Ref<number>
  seconds: Ref<number>
  note: Ref<string>
  recording: ComputedRef<boolean>
  press: () => Promise<void>
  release: () => Promise<void>
  send: () => Promise<void>
  cancel: () => void
}

/** Hold or tap to talk: a press that is let go at once goes on as a tap. */
export function useTalk(longest: () => number, said: (wave: Blob, millis: number) => void): Talk {
  const stage: Ref<Stage> = ref('idle')
  const level = ref(0)
  const seconds = ref(0)
  const note = ref('')
  let running: Running | null = null
  let pressedAt = 0
  let down = false
  let quick = false
  let attempt = 0

  async function press(): Promise<void> {
    if (stage.value !== 'idle') return
    down = true
    quick = false
    pressedAt = Date.now()
    stage.value = 'asking'
    note.value = ''
    level.value = 0
    seconds.value = 0
    const mine = (attempt += 1)
    try {
      const one = await record(await openMicrophone(), longest(), heard)
      if (mine !== attempt) return one.drop()
      running = one
      begin()
    } catch (thrown) {
      if (mine === attempt) stage.value = 'idle'
      if (!(thrown instanceof NoMicrophone)) throw thrown
      note.value = texts.trouble[thrown.why]
    }
  }

  /** A question of the browser takes the finger away: then a new press is needed, and no word is lost. */
  function begin(): void {
    if (down) stage.value = 'held'
    else if (quick) stage.value = 'tapped'
    else {
      drop()
      note.value = texts.ready
    }
  }

  function heard(loud: number, length: number): void {
    level.value = loud
    seconds.value = Math.floor(length)
    if (length >= longest() && (stage.value === 'held' || stage.value === 'tapped')) {
      stage.value = 'full'
      note.value = texts.full(longest())
    }
  }

  async function release(): Promise<void> {
    down = false
    quick = Date.now() - pressedAt < tapMs
    if (stage.value !== 'held') return
    if (quick) stage.value = 'tapped'
    else await send()
  }

  async function send(): Promise<void> {
    const one = running
    running = null
    stage.value = 'idle'
    note.value = ''
    if (!one) return
    const wave = await one.stop()
    if (millisOf(wave) < shortestMs) note.value = texts.short
    else said(wave, millisOf(wave))
  }

  function drop(): void {
    attempt += 1
    running?.drop()
    running = null
    down = false
    stage.value = 'idle'
  }

  function cancel(): void {
    if (stage.value === 'idle') return
    drop()
    note.value = texts.cancelled
  }

  onScopeDispose(drop)
  const recording = computed(() => stage.value === 'held' || stage.value === 'tapped' || stage.value === 'full')
  return { stage, level, seconds, note, recording, press, release, send, cancel }
}
