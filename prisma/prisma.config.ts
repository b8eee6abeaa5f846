import { defineConfig } from 'prisma/config'

// `generate` and `validate` need no engine binary; naming any executable spares the download where there is no network.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({ schema: 'schema.prisma', migrations: { path: 'migrations' } })
