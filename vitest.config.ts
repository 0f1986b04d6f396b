import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The proofs alter thousands of values one by one; how long that takes is the machine's affair.
  test: {
    include: ['{src,vite,scripts,lab,content,workbench}/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 60_000,
  },
});
