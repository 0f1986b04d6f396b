import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What gains by being packed; pictures and fonts are packed already. */
const text = /\.(?:html|js|css|svg|json|cast|txt|sh|xml|wasm)$/;

/** Lays a `.br` and a `.gz` beside each text of a built site, for servers that hand them out as they are. Resolves with how many texts. */
export async function precompress(folder) {
  const files = (await readdir(folder, { recursive: true })).filter((file) => text.test(file));
  for (const file of files) {
    const whole = path.join(folder, file);
    const bytes = await readFile(whole);
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    await writeFile(`${whole}.br`, await promisify(brotliCompress)(bytes, { params }));
    await writeFile(`${whole}.gz`, await promisify(gzip)(bytes, { level: 9 }));
  }
  return files.length;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  console.log(`Packed ${await precompress(process.argv[2] ?? 'dist')} files.`);
