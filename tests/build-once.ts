import { buildSite } from '../src/local/build-site.ts'

/**
 * Builds the site once for a whole test run, into dist/, so that every test meets the same pages.
 * HEARD_BUILD=no leaves dist/ as it is.
 */
export default async function setup(): Promise<void> {
  if (process.env['HEARD_BUILD'] === 'no') return
  await buildSite(process.cwd())
}
