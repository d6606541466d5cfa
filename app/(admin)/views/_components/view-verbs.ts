import type { useRouter } from 'next/navigation'
import type { TransitionStartFunction } from 'react'
import { announceFailure, announceOutcome, type Outcome } from '@/components/action-button'
import { attempt } from '@/components/attempt'
import type { Role } from '@/lib/auth/permissions'
import type { Result } from '@/lib/result'
import { BUILT_IN_VIEWS, type ViewTable, viewHref } from '@/lib/views/search-params'
import {
  changeViewAction,
  clearDefaultViewAction,
  deleteViewAction,
  duplicateViewAction,
  putBackViewAction,
  renameViewAction,
  setDefaultViewAction,
  shareViewAction,
  unshareViewAction,
} from '../actions'
import type { CurrentView } from './view-choice'

interface ViewVerbsContext {
  table: ViewTable
  /** What the table shows. */
  state: string
  router: ReturnType<typeof useRouter>
  /** Runs what is done, so that the page knows that something is under way. */
  start: TransitionStartFunction
}

export type ViewVerbs = ReturnType<typeof viewVerbs>

/** What can be done with views, each said in words afterwards, with the way back where there is one. */
export function viewVerbs({ table, state, router, start }: ViewVerbsContext) {
  const run = <T>(action: (key: string) => Promise<Result<T>>, outcome: (value: T) => Outcome) =>
    start(async () => {
      const result = await attempt(action)
      if (result.ok) announceOutcome(outcome(result.value))
      else announceFailure(result)
    })
  const open = (view: { id: string; query: string }) => router.push(viewHref(table, view), { scroll: false })

  return {
    saved: (view: { id: string; name: string; query: string }) => {
      open(view)
      announceOutcome({ message: `Saved the view “${view.name}”.` })
    },
    renamed: (view: CurrentView, name: string) =>
      announceOutcome({
        message: `“${view.name}” is now named “${name}”.`,
        undo: (key) => renameViewAction({ viewId: view.id, name: view.name, seen: name }, key),
      }),
    save: ({ id: viewId, name, query: seen }: CurrentView) =>
      run(
        (key) => changeViewAction({ viewId, query: state, seen }, key),
        ({ query }) => ({
          message: `Saved “${name}”.`,
          undo: (key) => changeViewAction({ viewId, query: seen, seen: query }, key),
        }),
      ),
    duplicate: ({ id: viewId }: CurrentView) =>
      run(
        (key) => duplicateViewAction({ viewId }, key),
        (copy) => {
          open({ id: copy.viewId, query: copy.query })
          return { message: `Made “${copy.name}”, which only you see.` }
        },
      ),
    share: ({ id: viewId, name }: CurrentView) =>
      run(
        (key) => shareViewAction({ viewId }, key),
        () => ({ message: `Everyone now sees “${name}”.`, undo: (key) => unshareViewAction({ viewId }, key) }),
      ),
    unshare: ({ id: viewId, name, isOwn, ownerEmail }: CurrentView) =>
      run(
        (key) => unshareViewAction({ viewId }, key),
        ({ defaultFor }) => ({
          message: `Only ${isOwn ? 'you see' : `${ownerEmail} sees`} “${name}” now.${defaultFor.length > 0 ? ' It is no longer a default.' : ''}`,
          undo: isOwn && defaultFor.length === 0 ? (key) => shareViewAction({ viewId }, key) : undefined,
        }),
      ),
    chooseDefault: ({ id: viewId, name }: CurrentView, role: Role, isChosen: boolean) =>
      isChosen
        ? run(
            (key) => setDefaultViewAction({ viewId, role }, key),
            ({ replaced }) => ({
              message: `${role} now opens the table with “${name}”.`,
              undo: (key) =>
                replaced
                  ? setDefaultViewAction({ viewId: replaced, role }, key)
                  : clearDefaultViewAction({ viewId, role }, key),
            }),
          )
        : run(
            (key) => clearDefaultViewAction({ viewId, role }, key),
            () => ({
              message: `${role} now opens the whole table.`,
              undo: (key) => setDefaultViewAction({ viewId, role }, key),
            }),
          ),
    remove: ({ id: viewId, name }: CurrentView) =>
      run(
        (key) => deleteViewAction({ viewId }, key),
        ({ correlationId }) => {
          router.replace(viewHref(table, { id: BUILT_IN_VIEWS[table][0].id, query: state }), { scroll: false })
          return { message: `Deleted the view “${name}”.`, undo: (key) => putBackViewAction({ correlationId }, key) }
        },
      ),
  }
}
