import CMS from '@sveltia/cms'
import { registerCheckedFields } from './checks/register.ts'
import { councilFormat, ownFormat } from './config/formats.ts'
import { HeldFolder } from './folder/files.ts'
import type { Given } from './given.ts'
import { registerPreviews } from './preview/register.ts'

const given = JSON.parse(document.getElementById('given')?.textContent ?? '') as Given

/** The local server says so in its answers; a deployed editor knows nothing of this machine's files. */
const local = await fetch('/_files/').then(
  (answer) => answer.ok && answer.headers.get('content-type') === 'application/json',
  () => false,
)

if (local) {
  // The editor keeps its files where the browser keeps them; here that is the project's own folder.
  const project = new HeldFolder()
  const root = { getDirectoryHandle: () => Promise.resolve(project), removeEntry: () => Promise.resolve() }
  navigator.storage.getDirectory = () => Promise.resolve(root as unknown as FileSystemDirectoryHandle)
  // Nobody signs in to their own machine.
  localStorage.setItem('sveltia-cms.user', JSON.stringify({ backendName: 'test-repo' }))
}

CMS.registerCustomFormat('council-json', 'json', councilFormat())
CMS.registerCustomFormat('own-json', 'json', ownFormat)
registerCheckedFields(given)
registerPreviews(given)

// Its own types narrow what was made from schemas; it checks the configuration itself, and says what is wrong.
await CMS.init({ config: (local ? given.local : given.deployed) as never })
