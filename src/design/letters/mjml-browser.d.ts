declare module 'mjml-browser' {
  /** The compiler of mjml (documentation.mjml.io), without its command line and its includes. */
  function mjml2html(
    source: string,
    options: {
      validationLevel: 'strict'
      fonts: Record<string, string>
      keepComments: boolean
      minify: boolean
    },
  ): Promise<{ html: string; errors: unknown[] }>
  export = mjml2html
}
