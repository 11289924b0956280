// Main as an ES module, the sandboxed preload as CommonJS, the screens as vite.renderer.config.ts says.
import { defineConfig } from 'electron-vite'
import { rendererConfig } from './vite.renderer.config.ts'

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        input: { index: 'main/index.ts', 'disclosure-worker': 'main/disclosure/worker.ts' },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rolldownOptions: {
        input: { index: 'preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: rendererConfig,
})
