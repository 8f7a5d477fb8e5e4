import { deskLists, type DeskList } from '../../complaints/desk/lists.ts'
import { type Desk, type DeskRecord } from '../../complaints/desk/ports.ts'
import type { Portal } from '../../complaints/ports.ts'
import { readReference } from '../../complaints/reference.ts'
import { AdditionPage } from '../../components/desk/addition-page.tsx'
import type { AtTheDesk } from '../../components/desk/at-the-desk.tsx'
import { CasePage } from '../../components/desk/case-page.tsx'
import { ListPage, ListsPage } from '../../components/desk/lists.tsx'
import { allActs } from '../../desk/acts/all-acts.ts'
import { sealedSession, type Session } from '../../desk/session.ts'
import type { Wording } from '../../form/wording.ts'
import { logFailure } from '../log-failure.ts'
import type { AfterAnswer } from '../receive-form.ts'
import { aroundOf, doAct, openAct } from './act.tsx'
import type { DeskPages } from './desk-pages.tsx'
import { giveFile } from './give-file.tsx'
import type { Posted } from './receive-desk.ts'
import { showLetter } from './show-letter.tsx'
import { uuid } from '../uuid.ts'

/** One request of somebody who has signed in. */
export interface Going {
  /** Where to, such as `list:overdue:1`. */
  readonly go: string
  readonly said: (name: string) => string | undefined
  readonly posted: Posted
  readonly session: Session
  readonly portal: Portal
  readonly desk: Desk
  readonly wording: Wording
  readonly pages: DeskPages
  readonly after: AfterAnswer
}

/** The record, as whoever has signed in. */
export const recordFor = ({ desk, session }: Going): DeskRecord => desk.as(session.token)

/** What the page of an answer is made with: the session, sealed anew. */
export const atTheDesk = async ({ wording, session, portal }: Going): Promise<AtTheDesk> => ({
  wording,
  name: session.name,
  session: await sealedSession(session, portal),
})

/** Answers one request. What is not known leads to the lists. */
export async function goTo(going: Going): Promise<Response> {
  const [where = '', what = '', which = ''] = going.go.split(':')
  switch (where) {
    case 'list':
      return isList(what) ? showList(going, what, Number(which) || 1) : showLists(going)
    case 'find':
      return showCase(going, readReference(going.said('reference') ?? ''), going.said('reference'))
    case 'case':
      return showCase(going, readReference(what))
    case 'addition':
      return uuid.test(what) ? showAddition(going, what) : showLists(going)
    case 'act':
      return openAct(going, what, which)
    case 'do':
      return doAct(going, what, which)
    case 'file':
      return uuid.test(what) ? giveFile(going, what) : showLists(going)
    case 'letter':
      return uuid.test(what) ? showLetter(going, what) : showLists(going)
    case 'sign-out':
      return signOut(going)
    default:
      return showLists(going)
  }
}

const isList = (name: string): name is DeskList => deskLists.some((list) => list === name)

/** All lists. `sought` is a reference that found nothing; `done` names the act that was just done. */
export async function showLists(going: Going, sought?: string, done?: string): Promise<Response> {
  const { pages, wording } = going
  const counts = await recordFor(going).lists()
  const main = <ListsPage {...await atTheDesk(going)} counts={counts} sought={sought} done={done} />
  return pages.answer(wording.t('desk.lists.title'), main, sought === undefined ? 200 : 422)
}

async function showList(going: Going, list: DeskList, page: number): Promise<Response> {
  const { pages, wording } = going
  const found = await recordFor(going).list(list, page)
  const main = <ListPage {...await atTheDesk(going)} {...found} list={list} page={page} />
  return pages.answer(wording.t(`desk.lists.names.${list}`), main)
}

/** A case, with what can be done to it; `done` names the act that was just done. */
export async function showCase(
  going: Going,
  reference: string | null,
  sought = '',
  done?: string,
): Promise<Response> {
  const found = reference ? await recordFor(going).find(reference) : null
  if (!found) return showLists(going, sought || (reference ?? ''))
  const around = aroundOf(going)
  const acts = allActs
    .filter(({ about, offered }) => about === 'case' && (offered?.(found, around) ?? true))
    .map(({ id }) => id)
  const main = <CasePage {...await atTheDesk(going)} found={found} acts={acts} done={done} />
  return going.pages.answer(found.complaint.reference, main)
}

async function showAddition(going: Going, id: string): Promise<Response> {
  const addition = await recordFor(going).addition(id)
  if (!addition) return showLists(going)
  const acts = allActs.filter(({ about }) => about === 'addition').map((act) => act.id)
  const main = <AdditionPage {...await atTheDesk(going)} addition={addition} acts={acts} />
  return going.pages.answer(going.wording.t('desk.addition.title'), main)
}

/** Ends the session in our record, where it counts, and at Supabase. */
async function signOut(going: Going): Promise<Response> {
  const { desk, session, pages, wording } = going
  await recordFor(going).end()
  await desk.signIn.end(session.token).catch(logFailure)
  return pages.signIn({ note: wording.t('desk.sign-in.out') })
}
