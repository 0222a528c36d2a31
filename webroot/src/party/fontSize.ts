import { ref } from 'vue'

export type FontSize = 's' | 'm' | 'l' | 'xl'
const key = 'yilian.size'

export const fontSize = ref<FontSize>(stored())

export function setFontSize(size: FontSize): void {
  fontSize.value = size
  document.documentElement.dataset['size'] = size
  try {
    localStorage.setItem(key, size)
  } catch {
    // Without storage the size lasts for this visit.
  }
}

function stored(): FontSize {
  try {
    const size = localStorage.getItem(key)
    return size === 's' || size === 'l' || size === 'xl' ? size : 'm'
  } catch {
    return 'm'
  }
}
