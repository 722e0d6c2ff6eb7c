// Bundles styles and scripts; what did not change is not written, so that nothing is built anew for it.
import { createRequire } from "node:module";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { tokenList, tokenSheet } from "./styles/tokens.mjs";

const [work, out] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const { buildSync } = createRequire(join(work, "package.json"))("esbuild");

const same = (path, contents) => {
  try {
    return readFileSync(path).equals(contents);
  } catch {
    return false;
  }
};

writeFileSync(join(work, "tokens.css"), tokenSheet());

const bundles = buildSync({
  entryPoints: [
    { in: join(here, "styles/index.css"), out: "caunoi" },
    { in: join(here, "scripts/app.js"), out: "caunoi" },
    { in: join(here, "scripts/charts.js"), out: "charts" },
    { in: join(here, "scripts/diagram.js"), out: "diagram" },
    { in: join(here, "scripts/studio.js"), out: "studio" },
    { in: join(here, "scripts/tables.js"), out: "tables" },
  ],
  alias: {
    "tokens.css": join(work, "tokens.css"),
    // cells of our tables are plain text
    "@bpmn-io/feel-editor": join(here, "scripts/nothing.js"),
    "@bpmn-io/dmn-variable-resolver": join(here, "scripts/nothing.js"),
    "@codemirror/view": join(here, "scripts/nothing.js"),
  },
  nodePaths: [join(work, "node_modules")],
  outdir: out,
  bundle: true,
  minify: true,
  write: false,
  charset: "utf8",
  legalComments: "inline",
  format: "iife",
  target: ["chrome109", "firefox115", "safari16"],
  // pages take fonts from this host only, and every browser we know reads the smallest
  loader: { ".woff2": "file", ".svg": "empty", ".woff": "empty", ".ttf": "empty", ".eot": "empty" },
  assetNames: "[name]-[hash]",
  logLevel: "warning",
});

const tokens = { path: join(out, "tokens.json"), contents: tokenList() };
for (const { path, contents } of [...bundles.outputFiles, tokens]) {
  const bytes = Buffer.from(contents);
  mkdirSync(dirname(path), { recursive: true });
  if (!same(path, bytes)) writeFileSync(path, bytes);
}
