// What Electron runs when it is started as `electron <folder>`; the runtime for tests comes without one.
// Understood: --version, -r/--require <module> (Playwright comes in by it), --app=<path>, <path>.
import { app, dialog } from 'electron/main'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire, Module } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const { target, required, wantsVersion } = readArguments(process.argv.slice(1))
if (wantsVersion) {
  process.stdout.write(`v${process.versions.electron}\n`)
  process.exit(0)
}
Module._preloadModules(required)
if (target === null) refuse('usage: electron [-r module] <folder or main file of an app>')
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
await start(resolve(target))

function readArguments(args) {
  const read = { target: null, required: [], wantsVersion: false }
  for (let at = 0; at < args.length && read.target === null; at++) {
    const argument = args[at]
    if (argument === '--version' || argument === '-v') read.wantsVersion = true
    else if (argument === '--require' || argument === '-r') read.required.push(args[++at])
    else if (argument.startsWith('--app=')) read.target = argument.slice('--app='.length)
    else if (!argument.startsWith('-')) read.target = argument
  }
  return read
}

async function start(path) {
  const packageFile = join(path, 'package.json')
  if (existsSync(packageFile)) {
    const described = JSON.parse(readFileSync(packageFile, 'utf8'))
    app.name = described.productName ?? described.name ?? app.name
    if (described.version) app.setVersion(described.version)
    app.setDesktopName(described.desktopName ?? `${app.name}.desktop`)
  }
  let main
  try {
    main = createRequire(join(path, 'package.json')).resolve(path)
  } catch (error) {
    refuse(`There is no app at ${path}: ${error.message}`)
  }
  app.setAppPath(existsSync(packageFile) ? path : dirname(main))
  // Awaited, so that "ready" waits until the app's own top-level awaits are done.
  await import(pathToFileURL(main).href)
}

function refuse(message) {
  process.stderr.write(`${message}\n`)
  if (!process.env.CI && process.env.DISPLAY) dialog.showErrorBox('Electron', message)
  process.exit(1)
}
