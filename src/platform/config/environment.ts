export type Environment = Readonly<Record<string, string | undefined>>

/** The environment the program was started in. Read here and nowhere else. */
export function environment(): Environment {
  return process.env
}
