/** `tel:` address of a phone number as people write it. */
export function telephone(number: string): string {
  return `tel:${number.replace(/[^0-9+]/g, '')}`
}
