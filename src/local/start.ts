import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { buildSite } from './build-site.ts'
import { bundleFunctions } from './bundle-functions.ts'
import { openDatabase } from './database.ts'
import { takeDataFolder } from './data-folder.ts'
import { listen, type Answer } from './listen.ts'
import { openMailbox } from './mailbox/mailbox.ts'
import { webhookSecret } from './mailbox/webhooks.ts'
import { Refusal } from './refusal.ts'
import { filesToken, keeperToken, localSecrets, mailerToken, portalToken, scanToken } from './secrets.ts'
import { codesTo, madeUpOfficer } from './sign-in.ts'
import { loadFunctions } from './server/functions.ts'
import { netlifyConfig } from './server/netlify-config.ts'
import { FunctionRunner } from './server/run-function.ts'
import { nextDue, startSchedules } from './server/schedules.ts'
import { siteListener } from './server/site.ts'
import { openBlobs } from './waiting-room.ts'

process.env['DO_NOT_TRACK'] = '1'
process.setSourceMapsEnabled(true)

/** The whole portal on one machine: the site, its functions, the database and the mailbox. */
async function start(): Promise<void> {
  const root = process.cwd()
  const config = netlifyConfig(root)
  const data = takeDataFolder(process.env['HEARD_DATA'] ?? join(root, '.heard/data'))

  // The port is taken first, so that a start which must be refused is refused at once.
  let answer: Answer = (_, outgoing) => void outgoing.writeHead(503, { 'retry-after': '5' }).end()
  const server = await listen(portAsked(), (incoming, outgoing) => answer(incoming, outgoing))
  const address = `http://localhost:${server.port}`

  if (process.env['HEARD_BUILD'] !== 'no' || !existsSync(join(root, config.build.publish))) {
    const began = performance.now()
    console.log('Building the site …')
    await buildSite(root)
    console.log(`Built in ${((performance.now() - began) / 1000).toFixed(1)} seconds.`)
  }

  // What is written from here on, complaints and mail, is for its owner only.
  process.umask(0o077)
  const secrets = localSecrets(data.path)
  const bundled = bundleFunctions(join(root, 'functions'), join(data.path, 'functions'), true)
  const mailbox = await openMailbox(join(data.path, 'mail.jsonl'), secrets.mailKey, {
    url: `${server.url}/api/mail-events`,
    secret: webhookSecret(secrets.mailKey),
  })
  const codes = codesTo(mailbox.url, secrets.mailKey)
  const database = await openDatabase(
    root,
    join(data.path, 'database'),
    secrets,
    codes,
    process.env['HEARD_POSTGRES'],
  )
  await database.letSignIn(madeUpOfficer)
  const blobs = await openBlobs(join(data.path, 'blobs'), secrets.blobsToken)

  // These go before whatever a shell has: a real service's keys, left in it, must stay unused. What is not here
  // (CASE_SYSTEM_URL, SCANNER_URL, TRY_OUT_TO, ALARM_TO, BUILD_HOOK) is the shell's, to try such a part on one machine.
  Object.assign(process.env, {
    SUPABASE_URL: database.url,
    SUPABASE_PUBLISHABLE_KEY: secrets.publishableKey,
    PORTAL_TOKEN: await portalToken(secrets.jwtSecret),
    MAILER_TOKEN: await mailerToken(secrets.jwtSecret),
    FILES_TOKEN: await filesToken(secrets.jwtSecret),
    SCAN_TOKEN: await scanToken(secrets.jwtSecret),
    KEEPER_TOKEN: await keeperToken(secrets.jwtSecret),
    UPLOADS_AT: '/',
    RESEND_API_KEY: secrets.mailKey,
    RESEND_BASE_URL: mailbox.url,
    RESEND_WEBHOOK_SECRET: webhookSecret(secrets.mailKey),
    MAIL_FROM: 'Complaints <complaints@example.org>',
    URL: address,
    HEARD_SECRET: secrets.heardSecret,
    SEALED_PUBLIC_KEY: secrets.sealedPublicKey,
    SEALED_PRIVATE_KEY: secrets.sealedPrivateKey,
    NETLIFY_BLOBS_CONTEXT: blobs.context,
  })

  const runner = new FunctionRunner(address)
  const functions = await loadFunctions(await bundled)
  const scheduled = functions.flatMap((called) => {
    const { name, schedule } = called
    if (schedule === undefined) return []
    const run = () => {
      const request = new Request(`${address}/.netlify/functions/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ next_run: nextDue(schedule, new Date()).toISOString() }),
      })
      return runner.run(called, request, { ip: '', params: {} })
    }
    return [{ name, schedule, run }]
  })
  const stopSchedules = startSchedules(scheduled)
  answer = siteListener({
    root,
    config,
    functions,
    runner,
    mail: mailbox.store,
    storage: database.url,
    runScheduled: (name) => scheduled.find((one) => one.name === name)?.run(),
  })

  data.announce({
    pid: process.pid,
    url: server.url,
    mailUrl: mailbox.url,
    databaseUrl: database.url,
    blobsUrl: blobs.url,
  })
  stopOnSignal(async () => {
    stopSchedules()
    await server.close()
    await runner.finish(10_000)
    await mailbox.close()
    await blobs.close()
    await database.close()
    data.release()
  })
  console.log(
    `Heard is ready.\n  Site     ${address}/\n  Desk     ${address}/desk/ (sign in as ${madeUpOfficer.email})\n  Mailbox  ${address}/_mail\n  Data     ${data.path}\nCtrl-C stops it.`,
  )
}

function portAsked(): number {
  const port = process.env['PORT'] || '8888'
  if (!/^\d+$/.test(port) || Number(port) > 65535)
    throw new Refusal(`PORT must be a number, and is "${port}".`)
  return Number(port)
}

/** npm passes Ctrl-C on, so it may arrive twice: the second changes nothing. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false
  const stopOnce = async () => {
    if (stopping) return
    stopping = true
    await stop()
    process.exit(0)
  }
  process.on('SIGINT', () => void stopOnce())
  process.on('SIGTERM', () => void stopOnce())
  if (process.env['npm_lifecycle_event'] === 'start') whenOrphaned(() => void stopOnce())
}

/**
 * Told to end, npm ends its shell, and the shell tells nobody. An orphan that went on would keep the data
 * folder and the port, out of everyone's sight.
 */
function whenOrphaned(stop: () => void): void {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    stop()
  }, 500)
  watch.unref()
}

start().catch((error: unknown) => {
  console.error(error instanceof Refusal ? error.message : error)
  process.exit(1)
})
