// node search_bytes.mjs SITE BUNDLES WORD...: ask Pagefind for each word, as a page with all of these
// bundles would, and print what it fetched up to the first result. BUNDLES is a JSON list of folders
// below SITE; prints JSON, word -> {first, files}.
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [site, bundles, ...words] = process.argv.slice(2);
const [main, ...others] = JSON.parse(bundles).map((folder) => pathToFileURL(resolve(site, folder) + "/").href);
let fetched = new Set();
globalThis.fetch = async (url) => {
  const file = fileURLToPath(String(url).split("?")[0]);
  fetched.add(file);
  return new Response(await readFile(file));
};
const out = {};
for (const [nth, word] of words.entries()) {
  fetched = new Set(["pagefind.js", "pagefind-worker.js"].map((name) => fileURLToPath(new URL(name, main))));
  const { createInstance } = await import(`${new URL("pagefind.js", main).href}?fresh=${nth}`);
  const pagefind = createInstance({ basePath: main });
  for (const other of others) await pagefind.mergeIndex(other);
  const { results } = await pagefind.search(word);
  const first = results.length ? await results[0].data() : null;
  out[word] = { first: first && first.raw_url, files: [...fetched] };
}
console.log(JSON.stringify(out));
