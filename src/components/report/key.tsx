import type { ComponentChildren } from 'preact'

/** What the shapes of a drawing stand for, each beside a piece of it. Tables say the same, so it is only for eyes. */
export const Key = ({
  parts,
}: {
  parts: readonly { readonly name: string; readonly piece: ComponentChildren }[]
}) => (
  <ul class="key" aria-hidden="true">
    {parts.map(({ name, piece }) => (
      <li key={name}>
        <svg class="swatch">{piece}</svg>
        {name}
      </li>
    ))}
  </ul>
)
