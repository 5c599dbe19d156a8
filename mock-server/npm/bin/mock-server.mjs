#!/usr/bin/env node
// Starts the mock server: finds a Java, says what is missing, and passes on arguments, signals and the exit code.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { constants, homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const OLDEST = 17
const FIRST_THAT_KEEPS_CLASSES = 19
const lib = join(dirname(fileURLToPath(import.meta.url)), '..', 'lib')
const executable = process.platform === 'win32' ? 'java.exe' : 'java'

/** The Java to run, the first of: one beside the jar, JAVA_HOME's, the path's. */
function findJava() {
  const bundled = join(lib, 'runtime', 'bin', executable)
  if (existsSync(bundled)) return { java: bundled, from: 'the bundled runtime' }
  if (process.env.JAVA_HOME) {
    return { java: join(process.env.JAVA_HOME, 'bin', executable), from: `JAVA_HOME (${process.env.JAVA_HOME})` }
  }
  return { java: executable, from: 'the path' }
}

/** The feature number of a Java, for instance 17; undefined when it does not run. */
function featureOf(java) {
  const asked = spawnSync(java, ['-version'], { encoding: 'utf8' })
  const version = /version "(?:1\.)?(\d+)/.exec(`${asked.stderr}${asked.stdout}`)
  return asked.status === 0 && version ? Number(version[1]) : undefined
}

function fail(message) {
  console.error(`error: ${message}`)
  process.exit(1)
}

/** Where newer Javas keep the classes of a start, so that the next is faster; one file for each jar and Java. */
function archive(jar, feature) {
  if (feature < FIRST_THAT_KEEPS_CLASSES) return []
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'countersign')
  try {
    mkdirSync(cache, { recursive: true })
  } catch {
    return []
  }
  const name = `mock-server-${feature}-${Math.trunc(statSync(jar).mtimeMs)}.jsa`
  return ['-XX:+AutoCreateSharedArchive', `-XX:SharedArchiveFile=${join(cache, name)}`]
}

const jar = join(lib, 'mock-server.jar')
if (!existsSync(jar)) fail(`${jar} is missing. Install the package again.`)
const { java, from } = findJava()
const feature = featureOf(java)
if (feature === undefined) {
  fail(`the mock server needs Java ${OLDEST} or newer, and ${from} has none. Install one, or set JAVA_HOME to it.`)
}
if (feature < OLDEST) {
  fail(`the mock server needs Java ${OLDEST} or newer, and ${from} has Java ${feature}. Set JAVA_HOME to a newer one.`)
}
const options = (process.env.MOCK_SERVER_OPTS || '').split(/\s+/).filter(Boolean)
const server = spawn(
  java,
  [...archive(jar, feature), `@${join(lib, 'mock-server.jvm')}`, ...options, '-jar', jar, ...process.argv.slice(2)],
  { stdio: 'inherit' },
)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal))
server.on('error', (error) => fail(`${java} does not start: ${error.message}`))
server.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
