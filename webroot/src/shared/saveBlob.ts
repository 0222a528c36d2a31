/** Hands a fetched file to the browser's downloads. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // Safari still reads from the address after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
