import { createHash } from 'node:crypto'
import type { VNode } from 'preact'
import type { Portal } from '../../complaints/ports.ts'
import { CodeForm, SignInForm, type SignInError } from '../../components/desk/sign-in.tsx'
import { textIn } from '../../council/council.ts'
import type { Wording } from '../../form/wording.ts'
import { page } from '../answer.ts'
import { fillPage } from '../fill-page.tsx'

/** A page of the desk, in the layout of the one that Astro built. */
export function deskPages({ pages, council }: Portal, wording: Wording) {
  const { t } = wording
  const titled = (name: string) => t('site.title', { page: name, council: textIn(council.name, 'en') })

  function answer(name: string, main: VNode, status = 200, styles = ''): Response {
    const wrong = status === 422 || status === 429
    const html = fillPage(
      pages.read('/desk/'),
      titled(wrong ? t('form.errors.page-title', { title: name }) : name),
      main,
    )
    return page(styles ? withStyles(html, styles) : html, status)
  }

  return {
    answer,
    signIn: (
      given: {
        error?: SignInError
        email?: string
        note?: string
        written?: readonly string[]
      } = {},
      status = given.error ? 422 : 200,
    ) => answer(t('desk.title'), <SignInForm wording={wording} {...given} />, status),
    code: (email: string, error?: SignInError, status = error ? 422 : 200) =>
      answer(
        t('desk.sign-in.code-title'),
        <CodeForm wording={wording} email={email} error={error} />,
        status,
      ),
  }
}

/** Styles for one form, in a page whose policy names the styles that it lets through (src/styles/policy.ts). */
function withStyles(html: string, styles: string): string {
  const hash = createHash('sha256').update(styles).digest('base64')
  return html
    .replace(/(<meta http-equiv="Content-Security-Policy" content="style-src [^"]*)"/, `$1 'sha256-${hash}'"`)
    .replace('</head>', `<style>${styles}</style></head>`)
}

export type DeskPages = ReturnType<typeof deskPages>
