import { shallowRef } from 'vue'

/** What sounds now: one voice at a time. */
export const soundsNow = shallowRef<HTMLAudioElement | null>(null)

export function hush(): void {
  soundsNow.value?.pause()
  soundsNow.value = null
}
