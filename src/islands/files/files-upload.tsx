import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { FilesFieldProps } from '../../components/form/files-field.tsx'
import { FilesHint } from '../../components/form/files-hint.tsx'
import { Button } from '../../components/govuk/button.tsx'
import { descriptionOf, LabelledGroup } from '../../components/govuk/form-group.tsx'
import { tokens } from '../../components/govuk/token-list.ts'
import type { FileRefusal } from '../../form/kinds/files.ts'
import type { FieldError } from '../../form/validate.ts'
import { FileRow } from './file-row.tsx'
import { guardForm } from './guard-form.ts'
import { chosenRow, heldRows, type Row } from './rows.ts'
import { sendFile, takeBack, whyNot } from './send-file.ts'

interface Props extends FilesFieldProps {
  /** Is told what keeps the form from going on: files that are not sent, each with the field to go to. */
  readonly onErrors: (errors: readonly FieldError[]) => void
}

/** Files that were chosen and not sent, while their step is not on the page. */
let leftBehind: readonly Row[] = []

/**
 * Asks for files and sends each by itself, sealed, before the form is sent. The handles of those that arrived stand in
 * the form as hidden fields, and an `input` event says when they change. Leaving the step while a file is on its way
 * stops it; coming back finds it there, to be sent again. The form does not go on while a file is not sent.
 */
export function FilesUpload({ name, values, facts, wording, error, onErrors, ...labelled }: Props) {
  const { t } = wording
  const [rows, setRows] = useState<readonly Row[]>(() => [...heldRows(values), ...leftBehind])
  const [wrong, setWrong] = useState<'none' | 'too-many' | null>(null)
  const [said, setSaid] = useState('')
  const now = useRef(rows)
  const running = useRef(new Map<string, AbortController>())
  const root = useRef<HTMLDivElement>(null)
  const focusNext = useRef('')
  now.current = rows

  const change = (id: string, to: Partial<Row>) =>
    setRows((all) => all.map((row) => (row.id === id ? { ...row, ...to } : row)))
  const say = (key: string, row: Row) => setSaid(t(`form.files.said.${key}`, { name: row.name }))
  const refuse = (row: Row, code: FileRefusal) => {
    change(row.id, { state: 'refused', code })
    setSaid(t('form.files.wrong', { name: row.name, reason: t(`questions.${name}.errors.${code}`) }))
  }

  useEffect(() => {
    leftBehind = []
    // Something was wrong when the form was sent: perhaps one of these is not there any more.
    if (error)
      for (const row of now.current)
        if (row.handle) void whyNot(row.handle).then((code) => code && refuse(row, code))
    const unguard = guardForm(root.current!, () => now.current, name, onErrors)
    return () => {
      unguard()
      for (const one of running.current.values()) one.abort()
      leftBehind = now.current
        .filter(({ state }) => state !== 'done')
        .map((row) => (row.state === 'sending' ? { ...row, state: 'waiting', gone: 0 } : row))
    }
  }, [])

  const handles = rows.flatMap(({ state, handle }) => (state === 'done' && handle ? handle : []))
  const first = useRef(true)
  useLayoutEffect(() => {
    if (!first.current) root.current?.dispatchEvent(new Event('input', { bubbles: true }))
    first.current = false
  }, [handles.join()])

  useLayoutEffect(() => {
    if (focusNext.current) document.getElementById(focusNext.current)?.focus()
    focusNext.current = ''
  })

  function choose(input: HTMLInputElement): void {
    const chosen = [...(input.files ?? [])]
    // Emptied, so that the same file can be chosen again, and none is posted with the form a second time.
    input.value = ''
    const room = Math.max(0, facts.most - rows.length)
    const added = chosen.slice(0, room).map((file) => chosenRow(file, facts.bytes))
    const ready = added.filter(({ state }) => state === 'waiting').length
    setRows([...rows, ...added])
    const tooMany = chosen.length > room
    setWrong(tooMany ? 'too-many' : null)
    setSaid(
      [
        ...(tooMany ? [t(`questions.${name}.errors.too-many`)] : []),
        ...added.flatMap(({ name: of, code }) =>
          code ? t('form.files.wrong', { name: of, reason: t(`questions.${name}.errors.${code}`) }) : [],
        ),
        ...(ready ? [t('form.files.said.chosen', { count: ready })] : []),
      ].join(' '),
    )
  }

  async function upload(these: readonly Row[]): Promise<void> {
    for (const { id } of these) {
      running.current.set(id, new AbortController())
      change(id, { state: 'sending', gone: 0, code: undefined })
    }
    setWrong(null)
    setSaid(t('form.files.said.started', { count: these.length }))
    // One after the other: on a slow connection each then arrives sooner.
    for (const row of these) {
      const { signal } = running.current.get(row.id)!
      if (signal.aborted) continue
      try {
        const sent = await sendFile(row.file!, { signal, progress: (gone) => change(row.id, { gone }) })
        if ('refused' in sent) refuse(row, sent.refused)
        else {
          change(row.id, { state: 'done', handle: sent.handle })
          say('uploaded', row)
        }
      } catch {
        // It was cancelled: stop() has said so.
      }
      running.current.delete(row.id)
    }
  }

  function stop(row: Row): void {
    if (row.state === 'sending') {
      running.current.get(row.id)?.abort()
      change(row.id, { state: 'waiting', gone: 0 })
      return say('cancelled', row)
    }
    if (row.handle) void takeBack(row.handle)
    const place = rows.indexOf(row)
    const left = rows.filter((other) => other !== row)
    focusNext.current = (left[place] ?? left[place - 1])?.id ?? name
    setRows(left)
    setWrong(null)
    say('removed', row)
  }

  const own = wrong && { prefix: t('form.errors.prefix'), message: t(`questions.${name}.errors.${wrong}`) }
  const guidance = {
    hint: <FilesHint hint={labelled.hint} {...{ facts, wording }} />,
    error: own || error,
  }
  return (
    <div ref={root}>
      <LabelledGroup id={name} {...labelled} {...guidance}>
        <input
          type="file"
          id={name}
          name={name}
          multiple
          accept={facts.types.join(',')}
          class={tokens('files-input', 'files-input--emptied', guidance.error && 'files-input--error')}
          aria-describedby={descriptionOf(name, guidance)}
          onChange={({ currentTarget }) => choose(currentTarget)}
        />
        <ul class="files-held">
          {rows.map((row) => (
            <FileRow
              key={row.id}
              row={row}
              wording={wording}
              stop={() => stop(row)}
              again={() => {
                focusNext.current = row.id
                void upload([row])
              }}
            />
          ))}
        </ul>
        {handles.map((handle) => (
          <input key={handle} type="hidden" name={name} value={handle} />
        ))}
        <div class="files-upload">
          <Button
            type="button"
            class="govuk-button--secondary"
            onClick={() => {
              const waiting = rows.filter(({ state }) => state === 'waiting')
              if (waiting.length) return void upload(waiting)
              if (rows.some(({ state }) => state === 'sending')) return
              setWrong('none')
              focusNext.current = name
            }}
            aria-describedby={`${name}-upload`}
          >
            {t('form.files.upload')}
          </Button>
          <p id={`${name}-upload`}>{t('form.files.upload-note')}</p>
        </div>
        <p role="status" class="govuk-visually-hidden">
          {said}
        </p>
      </LabelledGroup>
    </div>
  )
}
