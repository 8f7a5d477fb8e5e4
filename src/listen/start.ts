import { sentencesIn, type Sentence } from './sentences.ts'

/**
 * Lets the browser read the page aloud, where it has a voice for the page's language: nothing leaves the device. The
 * sentence being read is marked; the button, or Escape, stops it, and the button goes on from there.
 */
const button = document.querySelector<HTMLButtonElement>('[data-listen]')
const main = document.querySelector('main')
const mark = 'heard-listen'

const voiceFor = (lang: string): SpeechSynthesisVoice | undefined => {
  const [language] = lang.toLowerCase().split('-')
  const voices = speechSynthesis
    .getVoices()
    .filter((voice) => voice.lang.toLowerCase().split(/[-_]/)[0] === language)
  // A voice on the device reads where there is no network, and tells nobody what is read.
  return voices.find(({ localService }) => localService)
}

if (button && main && 'speechSynthesis' in window && 'Segmenter' in Intl && 'checkVisibility' in main) {
  const [start, stop] = [button.textContent, button.dataset['listen'] ?? '']
  let sentences: Sentence[] = []
  let next = 0
  let reading = false

  const show = (range?: Range) => {
    if (!('highlights' in CSS)) return
    if (range) CSS.highlights.set(mark, new Highlight(range))
    else CSS.highlights.delete(mark)
  }
  const end = () => {
    reading = false
    button.textContent = start
    show()
    speechSynthesis.cancel()
  }
  const read = () => {
    const sentence = sentences[next]
    if (!sentence) {
      next = 0
      return end()
    }
    const said = new SpeechSynthesisUtterance(sentence.text)
    const voice = voiceFor(sentence.lang) ?? voiceFor(document.documentElement.lang)
    if (voice) said.voice = voice
    said.lang = sentence.lang
    said.onend = () => {
      if (!reading) return
      next += 1
      read()
    }
    said.onerror = () => {
      if (reading) end()
    }
    show(sentence.range)
    sentence.range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' })
    speechSynthesis.speak(said)
  }
  const offer = () => {
    button.hidden = !voiceFor(document.documentElement.lang)
  }

  button.onclick = () => {
    if (reading) return end()
    if (next === 0) sentences = sentencesIn(main)
    reading = true
    button.textContent = stop
    read()
  }
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && reading) end()
  })
  addEventListener('pagehide', end)
  speechSynthesis.addEventListener('voiceschanged', offer)
  offer()
}
