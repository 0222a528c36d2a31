import { computed, inject, onScopeDispose, provide, ref, shallowRef, watch, type ComputedRef, type InjectionKey, type Ref, type ShallowRef } from 'vue'
import { isProblem } from '../../shared/http'
import { agreements } from '../api/agreements'
import { useTask, type Task } from '../common/useTask'
import type { StaffAgreement } from '../model'
import type { RoomContext } from '../room/context'
import { complete, draftOf, emptyValues, valuesOf, withWords, type DraftValues } from './values'

/** The agreement that is being written beside the chat: one person's typing against the stored version. */
export interface Drafting {
  current: ShallowRef<StaffAgreement | undefined>
  draft: Ref<DraftValues>
  head: Ref<{ form: string; scope: string; supplements: string }>
  editable: ComputedRef<boolean>
  dirty: ComputedRef<boolean>
  /** What somebody else stored meanwhile. */
  conflict: ShallowRef<StaffAgreement | undefined>
  saving: Task
  /** Counts the times somebody wants to see the draft. */
  asked: Ref<number>
  choose: (id: string) => Promise<void>
  begin: () => void
  save: () => Promise<boolean>
  insert: (words: string, at: number | undefined) => void
  keepTheirs: () => void
  keepMine: () => Promise<boolean>
  refresh: () => Promise<void>
}

const KEY: InjectionKey<Drafting> = Symbol('drafting')
const SAVE_AFTER_MS = 1_500
/** Somebody stored another version meanwhile. */
const PRECONDITION_FAILED = 412

export function useDrafting(): Drafting {
  const drafting = inject(KEY)
  if (!drafting) {
    throw new Error('outside of a room')
  }
  return drafting
}

export function provideDrafting(context: RoomContext): Drafting {
  const current = shallowRef<StaffAgreement>()
  const conflict = shallowRef<StaffAgreement>()
  const draft = ref<DraftValues>(emptyValues(3))
  const stored = ref('')
  const head = ref({ form: 'WRITTEN', scope: 'ALL', supplements: '' })
  const asked = ref(0)
  const saving = useTask()
  const beginning = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  const editable = computed(() => {
    const status = current.value?.status
    const open = current.value ? status === 'DRAFT' || status === 'RETURNED' : beginning.value
    return open && context.mediator.value && context.status.value !== 'ENDED'
  })
  const dirty = computed(() => editable.value && JSON.stringify(valuesOf(draft.value)) !== stored.value)

  function take(agreement: StaffAgreement): void {
    current.value = agreement
    conflict.value = undefined
    beginning.value = false
    draft.value = draftOf(agreement.values)
    stored.value = JSON.stringify(valuesOf(draft.value))
  }

  /** The stored version is newer but the words are ours: what was typed while it was stored stays. */
  function accept(agreement: StaffAgreement, sent: string): void {
    current.value = agreement
    beginning.value = false
    stored.value = sent
  }

  async function choose(id: string): Promise<void> {
    take(await agreements.one(id))
  }

  function begin(): void {
    current.value = undefined
    beginning.value = true
    draft.value = emptyValues((context.room.value?.parties?.length ?? context.sides.value.length) + 1)
    stored.value = JSON.stringify(valuesOf(draft.value))
  }

  async function save(): Promise<boolean> {
    clearTimeout(timer)
    const values = valuesOf(draft.value)
    const sent = JSON.stringify(values)
    const done = await saving.run(async () => {
      const { form, scope, supplements } = head.value
      const known = current.value
      const answer = known
        ? await agreements.change(known.id, known.version, values)
        : await agreements.draft(context.id, { template: 'people-mediation-agreement', form, scope, ...(supplements ? { supplements } : {}), values })
      accept(await agreements.one(answer.id), sent)
    })
    if (!done && current.value && saving.fault.value?.status === PRECONDITION_FAILED) {
      conflict.value = await agreements.one(current.value.id)
      saving.fault.value = undefined
    }
    void context.agreements.reload()
    return done
  }

  async function keepMine(): Promise<boolean> {
    if (conflict.value) {
      current.value = conflict.value
      conflict.value = undefined
    }
    return save()
  }

  function keepTheirs(): void {
    if (conflict.value) {
      take(conflict.value)
    }
  }

  function insert(words: string, at: number | undefined): void {
    draft.value.terms = withWords(draft.value.terms, words, at)
    asked.value++
  }

  /** After a change elsewhere; what is being typed is never thrown away for it. */
  async function refresh(): Promise<void> {
    const known = current.value
    if (!known) {
      return
    }
    try {
      const fresh = await agreements.one(known.id)
      if (!dirty.value) {
        take(fresh)
      } else if (fresh.version === known.version) {
        current.value = fresh
      }
    } catch (failure) {
      if (isProblem(failure) && failure.status === 404) {
        current.value = undefined
      }
    }
  }

  watch(
    () => JSON.stringify(draft.value),
    () => {
      clearTimeout(timer)
      if (dirty.value && current.value?.status === 'DRAFT' && complete(draft.value) && !conflict.value) {
        timer = setTimeout(() => void save(), SAVE_AFTER_MS)
      }
    },
  )
  watch(context.agreements.value, (all) => {
    const latest = all?.[all.length - 1]
    if (!current.value && !beginning.value && latest) {
      void choose(latest.id)
    }
  })
  const stop = context.client.onChanged((change) => {
    if (change.what !== 'facts' && change.what !== 'transcript' && !saving.busy.value) {
      void refresh()
    }
  })
  onScopeDispose(() => {
    stop()
    clearTimeout(timer)
  })

  const drafting: Drafting = { current, draft, head, editable, dirty, conflict, saving, asked, choose, begin, save, insert, keepTheirs, keepMine, refresh }
  provide(KEY, drafting)
  return drafting
}
