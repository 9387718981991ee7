/** Why the program cannot start (or a command cannot run): a plain sentence that says what to change. Shown without a stack. */
export class CannotStart extends Error {
  override name = 'CannotStart'
}
