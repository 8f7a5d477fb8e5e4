import type { Fields } from '../../form/question.ts'

/** Fields that travel with a form unseen. */
export const Carried = ({ fields = {} }: { readonly fields?: Fields | undefined }) => (
  <>
    {Object.entries(fields).flatMap(([name, held]) =>
      [held].flat().map((value) => <input type="hidden" name={name} value={value} />),
    )}
  </>
)
