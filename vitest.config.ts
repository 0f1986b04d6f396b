import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['{src,vite,lab,content,workbench}/**/*.test.{ts,tsx}'], environment: 'node' },
});
