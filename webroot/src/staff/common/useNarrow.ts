import { onScopeDispose, readonly, ref, type Ref } from 'vue'

/** A phone, or a window as narrow as one: columns become tabs. */
export function useNarrow(): Readonly<Ref<boolean>> {
  const query = window.matchMedia('(max-width: 860px)')
  const narrow = ref(query.matches)
  const told = (): void => {
    narrow.value = query.matches
  }
  query.addEventListener('change', told)
  onScopeDispose(() => query.removeEventListener('change', told))
  return readonly(narrow)
}
