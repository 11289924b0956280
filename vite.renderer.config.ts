// Builds the screens alone (out/renderer); electron.vite.config.ts uses the same settings beside main and preload.
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'vite'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Relative addresses, no inlined assets and no fetching preload: the content security policy forbids them. */
export const rendererConfig: UserConfig = {
  root: at('renderer'),
  base: './',
  plugins: [react()],
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  build: {
    outDir: at('out/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    assetsInlineLimit: 0,
    modulePreload: false,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: at('renderer/index.html'),
      // The first import prepares zod for the policy: splitting must not run schemas before it.
      output: { strictExecutionOrder: true },
    },
  },
}

export default defineConfig(rendererConfig)
