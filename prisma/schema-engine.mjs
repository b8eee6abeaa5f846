// Prisma's own schema engine as WebAssembly: no binary to download, no database server.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'

const wasmFile = join(
  dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm')),
  'schema_engine_bg.wasm',
)

/** Returns the engine for the schema files, each `[path, content]`; shadow databases come from the adapter factory. */
export async function openSchemaEngine(adapterFactory, schemaFiles) {
  const { instance } = await WebAssembly.instantiate(readFileSync(wasmFile), {
    './schema_engine_bg.js': bindings,
  })
  bindings.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  const factory = bindMigrationAwareSqlAdapterFactory(adapterFactory)
  return await bindings.SchemaEngine.new({ datamodels: schemaFiles }, () => {}, factory)
}
