import { describe, expect, it } from 'vitest'
import { Problem } from '../shared/http'
import { useResuming, type Resuming } from './resuming'

/** A server whose answers stand in a row, and a clock that is turned by hand. */
function page(answers: (number | 'ok')[], online = true): { it: Resuming; waiting: (() => void)[]; settled: () => Promise<void> } {
  const waiting: (() => void)[] = []
  const it = useResuming({
    personId: () => 'p',
    resume: () => {
      const answer = answers.shift()
      return answer === 'ok' ? Promise.resolve() : Promise.reject(new Problem(answer ?? 0, 'x', ''))
    },
    online: () => online,
    later: (again) => {
      waiting.push(again)
      return () => { waiting.splice(waiting.indexOf(again), 1) }
    },
  })
  return { it, waiting, settled: async () => { for (let i = 0; i < 5; i += 1) await Promise.resolve() } }
}

describe('coming back', () => {
  it.each([0, 502, 503])('stays with a known person where nobody answered (%s), and asks again', async (lost) => {
    const { it: back, waiting, settled } = page([lost, lost, 'ok'])
    await back.resume()
    expect([back.asked.value, back.signedIn.value, back.known.value, back.unreached.value]).toEqual([true, false, true, true])
    expect(waiting).toHaveLength(1)
    waiting[0]?.()
    await settled()
    expect([back.signedIn.value, back.unreached.value, waiting.length]).toEqual([false, true, 1])
    waiting[0]?.()
    await settled()
    expect([back.signedIn.value, back.known.value, back.unreached.value, waiting.length]).toEqual([true, true, false, 0])
  })

  it('asks for a sign-in once the server has said that the session is over', async () => {
    const { it: back, waiting } = page([401])
    await back.resume()
    expect([back.asked.value, back.signedIn.value, back.known.value, back.unreached.value]).toEqual([true, false, false, false])
    expect(waiting).toHaveLength(0)
  })

  it('also where it was not reached at first', async () => {
    const { it: back, waiting, settled } = page([0, 401])
    await back.resume()
    waiting[0]?.()
    await settled()
    expect([back.known.value, back.unreached.value, waiting.length]).toEqual([false, false, 0])
  })

  it('waits for a signal and not for a clock where there is none', async () => {
    const { it: back, waiting } = page([0], false)
    await back.resume()
    expect([back.known.value, back.unreached.value, waiting.length]).toEqual([true, true, 0])
  })

  it('leaves nothing waiting once somebody has signed in or the page is gone', async () => {
    const signed = page([0])
    await signed.it.resume()
    signed.it.entered()
    expect(signed.waiting).toHaveLength(0)
    const gone = page([0])
    await gone.it.resume()
    gone.it.stop()
    expect(gone.waiting).toHaveLength(0)
  })
})
