import { hydrate, render } from 'preact'
import { useState } from 'preact/hooks'
import { Input } from '../../src/components/govuk/input.tsx'
import { Radios } from '../../src/components/govuk/radios.tsx'
import { Textarea } from '../../src/components/govuk/textarea.tsx'

/** An island as small as can be: it keeps the answers, and lets the test show an error or another question. */
export function Island({
  question = 'first',
  answers = {},
}: {
  question?: string
  answers?: Record<string, string>
}) {
  const [kept, keep] = useState(answers)
  const [wrong, setWrong] = useState(false)
  const error = wrong && { prefix: 'Error:', message: 'Something is wrong' }
  return (
    <form
      onInput={({ target }) =>
        keep({ ...kept, [(target as HTMLInputElement).name]: (target as HTMLInputElement).value })
      }
    >
      <Input name={question} label="A line" value={kept[question]} error={error} />
      <Textarea name="story" label="A story" value={kept['story']} error={error} />
      <Radios
        name="reply"
        legend="How should we reply?"
        value={kept['reply']}
        error={error}
        items={[
          { value: 'email', label: 'By email', conditional: <Input name="email" label="Email" /> },
          { value: 'post', label: 'By post' },
        ]}
      />
      <button type="button" onClick={() => setWrong(true)}>
        Check
      </button>
      <output>{JSON.stringify(kept)}</output>
    </form>
  )
}

declare global {
  interface Window {
    start: (props: Parameters<typeof Island>[0]) => void
    show: (props: Parameters<typeof Island>[0]) => void
  }
}

if (typeof window !== 'undefined') {
  window.start = (props) => hydrate(<Island {...props} />, document.body)
  window.show = (props) => render(<Island {...props} />, document.body)
}
