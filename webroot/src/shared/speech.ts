import { ref } from 'vue'

/** Whether this browser can read aloud; the control is not shown where it cannot. */
export const canSpeak = typeof window !== 'undefined' && 'speechSynthesis' in window

/** The text being read now, if any. */
export const speaking = ref<string | null>(null)

/** Reads aloud, or stops when the same text is asked for again. */
export function toggleSpeech(text: string): void {
  const again = speaking.value === text
  stopSpeech()
  if (again || !canSpeak) return
  const utterance = new SpeechSynthesisUtterance(text)
  utterance.lang = 'zh-CN'
  utterance.rate = 0.9
  utterance.onend = utterance.onerror = () => {
    if (speaking.value === text) speaking.value = null
  }
  speaking.value = text
  window.speechSynthesis.speak(utterance)
}

export function stopSpeech(): void {
  speaking.value = null
  if (canSpeak) window.speechSynthesis.cancel()
}
