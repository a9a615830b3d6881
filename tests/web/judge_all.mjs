// For test_judges.py: reads {ruling, attempts} a line, writes the list of verdicts a line.

import { createInterface } from "node:readline";
import { judge } from "../../kit/web/judge.js";

for await (const line of createInterface({ input: process.stdin })) {
  const { ruling, attempts } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(attempts.map((attempt) => judge(ruling, attempt)))}\n`);
}
