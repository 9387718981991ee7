import { defineConfig } from 'vite'

// Three builds from one tree: what runs in the reader's browser (dist/client), in the newsroom's (dist/newsroom), which
// shares no file with it and so cannot make it larger, and the program itself (dist/server).
export default defineConfig(({ isSsrBuild, mode }) => ({
  publicDir: false,
  base: mode === 'newsroom' ? '/newsroom/' : '/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  ...(isSsrBuild ? { ssr: { external: true } } : {}),
  build: isSsrBuild
    ? {
        ssr: true,
        outDir: 'dist/server',
        target: 'node24',
        minify: false,
        sourcemap: true,
        rolldownOptions: {
          input: { main: 'src/app/main.ts', masthead: 'src/app/masthead.ts' },
          output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      }
    : {
        outDir: mode === 'newsroom' ? 'dist/newsroom' : 'dist/client',
        target: 'es2022',
        manifest: true,
        assetsInlineLimit: 0,
        modulePreload: false,
        rolldownOptions: {
          input: mode === 'newsroom' ? 'src/app/newsroom-islands.ts' : 'src/app/islands.ts',
        },
      },
}))
