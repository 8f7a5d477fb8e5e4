import type { ComponentChildren, JSX } from 'preact'

/**
 * What an element takes besides what its component sets: events, `data-`, `aria-` and the like go to it unchanged.
 *
 * `class` is added to the component's own classes.
 */
export type Attributes<Tag extends keyof JSX.IntrinsicElements> = Omit<
  JSX.IntrinsicElements[Tag],
  'children' | 'class' | 'className' | 'dangerouslySetInnerHTML' | 'id' | 'label' | 'ref' | 'title'
> & {
  id?: string
  class?: string
  children?: ComponentChildren
}
