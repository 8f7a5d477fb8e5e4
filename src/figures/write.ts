import type { Figures } from './schema.ts'

/**
 * The figures as the file holds them: one row of a table a line, so that a change can be read in a diff. The same
 * figures give the same text.
 */
export function writeFigures({ tables, averages, ...head }: Figures): string {
  const line = (value: unknown) => spaced(JSON.stringify(value))
  const lines = (values: readonly unknown[], indent: string) =>
    `[\n${values.map((value) => `${indent}  ${line(value)}`).join(',\n')}\n${indent}]`
  const heads = Object.entries(head).map(([key, value]) => `  "${key}": ${line(value)}`)
  const written = tables.map(({ cells, ...table }) => {
    const parts = Object.entries(table).map(([key, value]) => `      "${key}": ${line(value)}`)
    return `    {\n${[...parts, `      "cells": ${lines(cells, '      ')}`].join(',\n')}\n    }`
  })
  return `{\n${[
    ...heads,
    `  "tables": [\n${written.join(',\n')}\n  ]`,
    `  "averages": ${lines(averages, '  ')}`,
  ].join(',\n')}\n}\n`
}

/** No value holds a brace, comma or colon: ids and days alone. */
const spaced = (json: string): string =>
  json
    .replace(/([,:])/g, '$1 ')
    .replace(/\{/g, '{ ')
    .replace(/\}/g, ' }')
    .replace(/\{ {2}\}/g, '{}')
