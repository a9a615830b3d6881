// Run a program in Pyodide, a second Python, under Node, on another day than today's.
// node second_python.mjs TREE PACKAGES PROGRAM ARGUMENT...: TREE is the folder with kit and scenarios, PACKAGES the
// one with Faker. Both are mounted as they are: nothing is fetched.
import { readFileSync } from "node:fs";

const [tree, packages, program, ...args] = process.argv.slice(2);
const DAYS = 200 * 24 * 3600 * 1000;
const now = Date.now;
Date.now = () => now() + DAYS;

const { loadPyodide } = await import("pyodide");
const python = await loadPyodide({ stdout: (line) => console.log(line) });
for (const [place, root] of [["/tree", tree], ["/packages/faker", `${packages}/faker`]]) {
  python.FS.mkdirTree(place);
  python.FS.mount(python.FS.filesystems.NODEFS, { root }, place);
}
python.globals.set("ARGUMENTS", python.toPy([program, ...args]));
python.runPython("import sys; sys.path[:0] = ['/tree', '/packages']; sys.argv[:] = ARGUMENTS");
try {
  python.runPython(readFileSync(program, "utf8"));
} catch (error) {
  console.error(error.message); // Node would print the whole of Pyodide before it
  process.exitCode = 1;
}
