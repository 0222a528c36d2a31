import { computed, ref } from 'vue'

/** Where the page is: the parts behind `#/`, so that a link to a room can be kept and sent. */
const parts = ref<string[]>(read())

function read(): string[] {
  return window.location.hash
    .replace(/^#\/?/, '')
    .split('/')
    .filter((part) => part !== '')
    .map(decodeURIComponent)
}

window.addEventListener('hashchange', () => {
  parts.value = read()
})

export const route = {
  /** The first part names the screen. */
  screen: computed(() => parts.value[0] ?? ''),
  id: computed(() => parts.value[1] ?? ''),
  detail: computed(() => parts.value[2] ?? ''),
}

export function linkTo(...path: string[]): string {
  return `#/${path.map(encodeURIComponent).join('/')}`
}

export function go(...path: string[]): void {
  window.location.hash = linkTo(...path)
}
