import { shallowRef, triggerRef, type ShallowRef } from 'vue'
import { currentSession, isProblem, type Problem } from '../http'
import { newId, type RoomClient } from '../roomClient'
import { forget, keep, kept, type KeptVoice } from '../keptVoices'
import { sendRecording, underway, type Underway } from './upload'

/** A voice on its way into a lane. */
export interface Outgoing extends KeptVoice { way: Underway; failure: Problem | null }

const outboxes = new WeakMap<RoomClient, VoiceOutbox>()

/** The one of a room: a panel that is closed meanwhile stops nothing. */
export function voicesOf(client: RoomClient): VoiceOutbox {
  const outbox = outboxes.get(client) ?? new VoiceOutbox(client, currentSession()?.person.id ?? 'unknown')
  if (!outboxes.has(client)) void outbox.resume()
  outboxes.set(client, outbox)
  return outbox
}

/** Voices of one room that have not reached it; they outlive a reload of the page. */
export class VoiceOutbox {
  readonly items: ShallowRef<Outgoing[]> = shallowRef([])

  constructor(private readonly client: RoomClient, private readonly personId: string) {}

  /** Goes on with what an earlier page left. */
  async resume(): Promise<void> {
    for (const voice of await kept(this.client.roomId, this.personId)) {
      if (!this.items.value.some(one => one.key === voice.key)) this.begin(voice)
    }
  }

  async say(lane: string, wave: Blob, millis: number): Promise<void> {
    const voice: KeptVoice = { key: newId(), room: this.client.roomId, person: this.personId, lane, wave, millis, recordingId: '' }
    await keep(voice)
    this.begin(voice)
  }

  retry(item: Outgoing): void {
    item.failure = null
    item.way.stopped = false
    void this.send(item)
  }

  drop(item: Outgoing): void {
    item.way.stopped = true
    void this.gone(item)
  }

  private begin(voice: KeptVoice): void {
    const path = `/rooms/${voice.room}/lanes/${voice.lane}/recordings`
    const item: Outgoing = { ...voice, way: underway(path, voice.recordingId), failure: null }
    this.items.value = [...this.items.value, item]
    void this.send(item)
  }

  private async send(item: Outgoing): Promise<void> {
    triggerRef(this.items)
    try {
      const recordingId = await sendRecording(item.wave, item.way, () => this.moved(item))
      if (item.way.stopped) return
      this.client.say(item.lane, { kind: 'voice', recordingId, millis: item.millis })
      await this.gone(item)
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown
      if (item.way.stopped) return
      item.failure = thrown
      triggerRef(this.items)
    }
  }

  private moved(item: Outgoing): void {
    if (item.recordingId !== item.way.id) {
      item.recordingId = item.way.id
      const { way: _way, failure: _failure, ...voice } = item
      void keep(voice)
    }
    triggerRef(this.items)
  }

  private async gone(item: Outgoing): Promise<void> {
    this.items.value = this.items.value.filter(one => one !== item)
    await forget(item.key)
  }
}
