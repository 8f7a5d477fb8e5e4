// Runs before anything else, on whatever Node is there: an old one cannot even read a .ts file.
// Node 24 is the first long-lived line that runs TypeScript as it is and has URLPattern.
const major = Number(process.versions.node.split('.')[0])

if (major < 24) {
  console.error(
    `Heard needs Node 24, and this is Node ${process.versions.node}: run "npm ci" with install scripts allowed ` +
      '(it brings node@24 into node_modules/.bin), then "npm start" or "npm test" again.',
  )
  process.exit(1)
}
