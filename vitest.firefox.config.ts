import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['e2e-firefox/**/*.test.ts'], testTimeout: 120_000 } });
