// Completes package-lock.json with the optional builds for other platforms that a registry mirror may lack.
// npm leaves out an optional package it cannot find, and `npm ci` then refuses the lock as incomplete.
// Run it after every change of dependencies: npm run lock
import { readFileSync, writeFileSync } from 'node:fs'

const path = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(path, 'utf8'))

const systems = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'openharmony',
  'win32',
  'sunos',
  'aix',
  'openbsd',
  'netbsd',
]
const processors = [
  'arm64',
  'arm',
  'x64',
  'ia32',
  'ppc64',
  'riscv64',
  's390x',
  'loong64',
  'mips64el',
  'wasm32',
]

/** The platform that a package's name says it is built for, e.g. `…-linux-arm64-musl`. */
function platform(name) {
  const parts = name.split(/[-/]/)
  const find = (known) => known.filter((word) => parts.includes(word))
  return {
    ...(find(processors).length && { cpu: find(processors) }),
    ...(find(systems).length && { os: find(systems) }),
    ...(parts.includes('musl') && { libc: ['musl'] }),
    ...(parts.includes('gnu') && { libc: ['glibc'] }),
  }
}

/** True where `name`, asked for by the package at `from`, is already in the lock, at any level above it. */
function present(name, from) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true
    if (!folder.includes('node_modules')) return false
    if (!folder.includes('/node_modules/')) return Boolean(lock.packages[`node_modules/${name}`])
  }
}

let added = 0
for (const [folder, entry] of Object.entries({ ...lock.packages })) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (present(name, folder) || !/^\d/.test(version)) continue
    lock.packages[`node_modules/${name}`] = { version, optional: true, ...platform(name) }
    added += 1
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`package-lock.json: ${added} optional builds added.`)
