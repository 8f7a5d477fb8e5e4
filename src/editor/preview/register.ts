import CMS from '@sveltia/cms'
import { renderToString } from 'preact-render-to-string'
import type { Given } from '../given.ts'
import type { Unfinished } from '../checks/entry.ts'
import { changePreview } from './change.tsx'

interface Handed {
  readonly entry: { getIn: (path: string[]) => { toJS: () => Unfinished } | undefined }
}

/** The page of a change as it will be: the site's own component and styles. */
export function registerPreviews(given: Given): void {
  const { createElement } = globalThis as unknown as {
    createElement: (tag: string, props: object) => never
  }
  CMS.registerPreviewStyle(given.previewCss, { raw: true })
  CMS.registerPreviewTemplate('you-said-we-did', (({ entry }: Handed) => {
    const written = entry.getIn(['data'])?.toJS() ?? {}
    return createElement('main', {
      className: 'column',
      // Preact made it, from texts that it escaped.
      dangerouslySetInnerHTML: { __html: renderToString(changePreview(written, given)) },
    })
  }) as never)
}
