import { defineConfig } from 'vite'

// Two builds from one tree: what runs in the reader's browser (dist/client), and the program itself (dist/server).
export default defineConfig(({ isSsrBuild }) => ({
  publicDir: false,
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
        outDir: 'dist/client',
        target: 'es2022',
        manifest: true,
        assetsInlineLimit: 0,
        modulePreload: false,
        rolldownOptions: { input: 'src/app/islands.ts' },
      },
}))
