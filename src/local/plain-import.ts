/**
 * Lets a script that is fetched later be fetched as it is. Vite wraps it in 800 bytes that look for its styles and for
 * other scripts to fetch beside it: our styles are in the page, and what the form fetches later imports only what is
 * there already.
 */
export const plainImport = {
  name: 'heard:plain-import',
  enforce: 'pre' as const,
  load: (id: string) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (fetched) => fetched()' : undefined,
}
