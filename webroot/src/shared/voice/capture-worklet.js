/* global AudioWorkletProcessor, registerProcessor */
// Hands on what the microphone gives, in the thread of the sound: a busy page loses nothing.
class Capture extends AudioWorkletProcessor {
  process(inputs) {
    const channel = inputs[0]?.[0]
    if (channel) this.port.postMessage(channel.slice(0))
    return true
  }
}
registerProcessor('capture', Capture)
