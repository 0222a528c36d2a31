import { T } from '../texts'

/** The server's own bound: exact as a number in JSON. */
export const MAX_FEN = 999_999_999_999_999

const AMOUNT = /^\d{1,13}(\.\d{1,2})?$/

/**
 * Fen of an amount typed in yuan, such as `6,500.5`; null where it is no amount.
 * Counted on the digits, since a fraction such as 1.15 * 100 is not whole as a number.
 */
export function fenOf(typed: string): number | null {
  const plain = typed.replace(/[\s,，￥¥]/g, '')
  if (!AMOUNT.test(plain)) {
    return null
  }
  const [yuan = '0', rest = ''] = plain.split('.')
  const fen = Number(yuan) * 100 + Number(rest.padEnd(2, '0'))
  return fen > 0 && fen <= MAX_FEN ? fen : null
}

/** An amount for an input box: `6500.00` becomes `6500`, cents stay. */
export function yuanOf(fen: number | undefined): string {
  if (fen === undefined) {
    return ''
  }
  const cents = fen % 100
  const yuan = String((fen - cents) / 100)
  return cents === 0 ? yuan : `${yuan}.${String(cents).padStart(2, '0')}`
}

/** Capitals as the document will write them, so that a slip of a nought is seen while typing. */
export function capitalsOf(fen: number): string {
  const { digits, renminbi, yuan: yuanSign, jiao: jiaoSign, fen: fenSign, whole } = T.capitals
  const last = fen % 10
  const jiao = ((fen - last) / 10) % 10
  const yuan = (fen - last - jiao * 10) / 100
  let words = renminbi
  if (yuan > 0) {
    words += spelled(yuan) + yuanSign
  }
  if (jiao > 0) {
    words += digits.charAt(jiao) + jiaoSign
  } else if (last > 0 && yuan > 0) {
    words += digits.charAt(0)
  }
  return last > 0 ? words + digits.charAt(last) + fenSign : words + whole
}

function spelled(number: number): string {
  if (number >= 1e8) {
    return joined(number, 1e8, T.capitals.yi)
  }
  return number >= 1e4 ? joined(number, 1e4, T.capitals.wan) : fourDigits(number)
}

function joined(number: number, unit: number, sign: string): string {
  const low = number % unit
  const words = spelled((number - low) / unit) + sign
  if (low === 0) {
    return words
  }
  return words + (low < unit / 10 ? T.capitals.digits.charAt(0) : '') + spelled(low)
}

function fourDigits(number: number): string {
  let words = ''
  let gap = false
  for (const [place, sign] of T.capitals.places.entries()) {
    const digit = Math.floor(number / 10 ** (3 - place)) % 10
    if (digit === 0) {
      gap = words !== ''
      continue
    }
    words += (gap ? T.capitals.digits.charAt(0) : '') + T.capitals.digits.charAt(digit) + sign
    gap = false
  }
  return words
}
