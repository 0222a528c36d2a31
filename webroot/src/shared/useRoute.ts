import { onScopeDispose, ref, type Ref } from 'vue'

/** `#/agreement/12/sign` is `['agreement', '12', 'sign']`; the browser's back button works. */
export function useRoute(): Ref<string[]> {
  const route = ref(read())
  const update = (): void => { route.value = read() }
  window.addEventListener('hashchange', update)
  onScopeDispose(() => window.removeEventListener('hashchange', update))
  return route
}

export function go(...parts: string[]): void {
  location.hash = `/${parts.map(encodeURIComponent).join('/')}`
}

function read(): string[] {
  return location.hash.replace(/^#\/?/, '').split('/').filter(part => part !== '').map(decodeURIComponent)
}
