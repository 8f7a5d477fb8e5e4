import type { APIRoute, GetStaticPaths } from 'astro'
import { published } from '../../../council/editions.ts'
import { drawingOf } from '../../../pictures/draw.ts'
import { fileOf, folderOf, isEasyRead, pictures } from '../../../pictures/pictures.ts'
import type { Idea } from '../../../pictures/schema.ts'

/** The pictures of content/pictures.json, made from the installed set, once an edition is there that shows them. */
export const getStaticPaths = (() =>
  published().some(({ tag }) => isEasyRead(tag))
    ? [...new Map(Object.values(pictures.ideas).map((idea) => [fileOf(idea), idea]))].map(
        ([picture, idea]) => ({ params: { set: folderOf(pictures), picture }, props: { idea } }),
      )
    : []) satisfies GetStaticPaths

export const GET: APIRoute<{ idea: Idea }> = ({ props: { idea } }) =>
  new Response(drawingOf(pictures.set.name, idea), { headers: { 'content-type': 'image/svg+xml' } })
