import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './shared/database/schema.ts',
  out: './shared/database/migrations',
});
