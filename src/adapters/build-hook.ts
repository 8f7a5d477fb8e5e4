/** A build could not be asked for. Its message never says where: whoever knows the address can ask for builds. */
export class BuildNotAskedFor extends Error {
  constructor(why: string) {
    super(`The daily build was not started: ${why}. README.md, "Deploy", says how to set BUILD_HOOK.`)
    this.name = 'BuildNotAskedFor'
  }
}

/**
 * Asks Netlify to build the site. `hook` is the address of a build hook, which is a secret; a council that builds in
 * another way has none, and nothing happens. Throws BuildNotAskedFor where Netlify does not take it.
 */
export async function askForBuild(hook: string | undefined): Promise<void> {
  if (!hook) return
  const answer = await fetch(hook, { method: 'POST', signal: AbortSignal.timeout(8_000) }).catch(() => null)
  if (!answer) throw new BuildNotAskedFor('there was no answer')
  if (!answer.ok) throw new BuildNotAskedFor(`the answer was ${answer.status}`)
}
