import type { Portal } from '../complaints/ports.ts'

const oneHour = 3600
const oneDay = 24 * oneHour

/**
 * The link of a letter, on its way through a page. A link opens something for weeks, so it leads on at once to an
 * address that is good for an hour: what stays in a browser's history then opens nothing. A form that was opened by
 * it can be sent for a day. Nothing but the link's own text is sealed, for one purpose.
 */
export function letterLink(purpose: 'becoming' | 'survey', { seal }: Pick<Portal, 'seal'>) {
  const read = async (sealed: string): Promise<string | null> => {
    const held = await seal.open(sealed, purpose)
    return typeof held?.['link'] === 'string' ? held['link'] : null
  }
  return {
    /** The address that a link leads on to; null where it was not opened by a link. */
    async leadsTo(address: URL): Promise<string | null> {
      const link = address.searchParams.get('k')
      if (link === null) return null
      const sealed = await seal.close({ link: link.slice(0, 100) }, purpose, oneHour)
      return `${address.pathname.replace(/\/?$/, '/')}?t=${sealed}`
    },
    /** The link behind an address; null where that is not ours, or over. */
    behind: (address: URL): Promise<string | null> => read(address.searchParams.get('t') ?? ''),
    /** What a form carries of it, and the link behind what it carried. */
    carry: async (link: string) => ({ t: await seal.close({ link }, purpose, oneDay) }),
    carried: (sealed: string): Promise<string | null> => read(sealed),
  }
}
