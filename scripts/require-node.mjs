// Plain JavaScript on purpose: says clearly what is missing where an old Node would only show a syntax error.
const major = Number(process.versions.node.split('.')[0])
if (major < 22) {
  console.error(
    `Node ${process.versions.node} is too old: 22 or newer is needed. Run \`npm ci\` without --ignore-scripts; it brings Node 24 for every \`npm run\` command.`,
  )
  process.exit(1)
}
