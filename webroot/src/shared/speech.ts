import { ref } from 'vue'

const speech = typeof window !== 'undefined' && 'speechSynthesis' in window ? window.speechSynthesis : null

/** Whether this browser can read Chinese aloud; the control is not shown where it cannot. */
export const canSpeak = ref(speech !== null)

/** The text being read now, if any. */
export const speaking = ref<string | null>(null)

/** Browsers fall silent in the midst of a long text, so it is read in pieces of about this many characters. */
const PIECE = 120

// Voices come late, and some browsers that speak never list any: only a list without Chinese says no.
speech?.addEventListener?.('voiceschanged', judgeVoices)
judgeVoices()

function judgeVoices(): void {
  const voices = speech?.getVoices?.() ?? []
  canSpeak.value = speech !== null && (voices.length === 0 || voices.some((voice) => /^(zh|cmn|yue)/i.test(voice.lang)))
}

/** Reads aloud, or stops when the same text is asked for again. */
export function toggleSpeech(text: string): void {
  const again = speaking.value === text
  stopSpeech()
  if (again || !speech) return
  speaking.value = text
  speakOn(text, pieces(text))
}

export function stopSpeech(): void {
  speaking.value = null
  speech?.cancel()
}

function speakOn(text: string, [piece, ...rest]: string[]): void {
  if (speaking.value !== text) return
  if (piece === undefined) {
    speaking.value = null
    return
  }
  const utterance = new SpeechSynthesisUtterance(piece)
  utterance.lang = 'zh-CN'
  utterance.rate = 0.9
  utterance.onend = () => speakOn(text, rest)
  utterance.onerror = () => { if (speaking.value === text) speaking.value = null }
  speech?.speak(utterance)
}

/** A text in pieces that end where a sentence does; a fingerprint of sixty-four characters is not spelled out. */
export function pieces(text: string): string[] {
  const sentences = text.replace(/(sha256[:：])?[0-9a-f]{32,}/gi, '（编码略）').match(/[^。！？；\n]+[。！？；\n]*/g) ?? []
  const gathered: string[] = []
  for (const sentence of sentences) {
    const last = gathered.at(-1)
    if (last !== undefined && last.length + sentence.length <= PIECE) gathered[gathered.length - 1] = last + sentence
    else gathered.push(sentence)
  }
  return gathered.map((piece) => piece.trim()).filter((piece) => piece !== '')
}
