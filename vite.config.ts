import react from '@vitejs/plugin-react';
import type { HtmlTagDescriptor, Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The page's code and styles, which its first script imports, are named in the HTML: fetched beside that script. */
function preloadPage(): Plugin {
  return {
    name: 'preload-page',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const page = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/web/app/main.tsx'));
        if (!page) throw new Error('The build has no chunk for main.tsx.');
        const link = (rel: string, file: string): HtmlTagDescriptor => ({
          tag: 'link',
          attrs: { rel, href: `/${file}`, crossorigin: true },
          injectTo: 'head',
        });
        const wanted = chunks.filter(({ fileName }) => [page.fileName, ...page.imports].includes(fileName));
        const styles = new Set(wanted.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]));
        return [
          ...[...styles].map((file) => link('stylesheet', file)),
          ...wanted.filter(({ isEntry }) => !isEntry).map(({ fileName }) => link('modulepreload', fileName)),
        ];
      },
    },
  };
}

export default defineConfig({
  root: 'web',
  plugins: [react(), preloadPage()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  },
  worker: { format: 'es' },
  test: {
    root: '.',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/neo4j/**'],
          // Store and process tests start engines and servers of their own.
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          // One browser and one server with the bundled document for all files.
          globalSetup: ['test/browser/shared.ts'],
          expect: { poll: { timeout: 20_000 } },
          // A busy machine may make a page late once; what is broken fails again.
          retry: process.env.CI ? 1 : 0,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'neo4j',
          include: ['test/neo4j/**/*.test.ts'],
          // Minutes long; NEO4J_TEST=1, as in CI, runs them too.
          exclude: process.env.NEO4J_TEST
            ? []
            : ['differential', 'lost', 'calendar', 'admin-import', 'transfer', 'page', 'mixed'].map(
                (name) => `test/neo4j/${name}.test.ts`,
              ),
          // One server for all files, and Community has one database: they take turns.
          globalSetup: ['test/neo4j/shared.ts'],
          fileParallelism: false,
          retry: process.env.CI ? 1 : 0,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
