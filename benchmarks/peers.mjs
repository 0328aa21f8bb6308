// The peers written in JavaScript, one to a process:
// node peers.mjs FOLDER_OF_PACKAGE_JSON NAME POSTS WARM_UP
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, name, file, warmUp] = process.argv.slice(2);
const require = createRequire(resolve(folder, "package.json"));
const load = async (module) => (await import(pathToFileURL(require.resolve(module)))).default;

const makers = {
  "write-good": async () => {
    const writeGood = await load("write-good");
    return (text) => writeGood(text).length;
  },
  alex: async () => {
    const { text: check } = await import(pathToFileURL(require.resolve("alex")));
    return (text) => check(text).messages.length;
  },
  // textlint has no rules of its own: with the one that runs write-good's checks.
  textlint: async () => {
    const { createLinter } = require("textlint");
    const { TextlintKernelDescriptor } = require("@textlint/kernel");
    const rule = require("textlint-rule-write-good").default;
    const plugin = require("@textlint/textlint-plugin-text").default;
    const descriptor = new TextlintKernelDescriptor({
      rules: [{ ruleId: "write-good", rule }],
      filterRules: [],
      plugins: [{ pluginId: "text", plugin }],
    });
    const linter = createLinter({ descriptor });
    return async (text) => (await linter.lintText(text, "post.txt")).messages.length;
  },
};

const check = await makers[name]();
const posts = readFileSync(file, "utf8").trim().split("\n").map((line) => JSON.parse(line).text);
for (const post of posts.slice(0, warmUp)) await check(post);
let findings = 0;
const ns = [];
for (const post of posts.slice(warmUp)) {
  const begun = process.hrtime.bigint();
  const found = check(post);
  findings += typeof found === "number" ? found : await found;
  ns.push(Number(process.hrtime.bigint() - begun));
}
const { version } = JSON.parse(
  readFileSync(join(folder, "node_modules", name, "package.json"), "utf8"),
);
console.log(JSON.stringify({ version, findings, ns }));
