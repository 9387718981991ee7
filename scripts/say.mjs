/** Prints one plain line about what is going on. Progress goes to stderr, so that a command's own output stays clean. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** Ends the program with a sentence and exit code 1. */
export function giveUp(sentence) {
  say(`\n${sentence}`)
  process.exit(1)
}

/** Says every ten seconds that a long step is still going; call what it returns when the step is over. */
export function keepSaying(what) {
  const began = Date.now()
  const timer = setInterval(
    () => say(`  … still ${what} (${Math.round((Date.now() - began) / 1000)} s)`),
    10_000,
  )
  return () => {
    clearInterval(timer)
    return `${((Date.now() - began) / 1000).toFixed(1)} s`
  }
}
