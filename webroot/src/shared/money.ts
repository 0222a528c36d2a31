/** Fen as `￥6,500.00`. */
export function yuan(amountFen: number): string {
  const sign = amountFen < 0 ? '-' : ''
  const fen = Math.abs(amountFen)
  const whole = Math.floor(fen / 100).toLocaleString('en-US')
  return `${sign}￥${whole}.${String(fen % 100).padStart(2, '0')}`
}
