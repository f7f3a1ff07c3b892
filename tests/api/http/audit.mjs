// Runs graphql-http's server audits against a URL; prints one line of JSON per audit.
// Usage: node audit.mjs <package.json beside node_modules> <url>
import { createRequire } from "node:module";

const [beside, url] = process.argv.slice(2);
const { serverAudits } = createRequire(beside)("graphql-http");
for (const audit of serverAudits({ url, fetchFn: fetch })) {
  const result = await audit.fn();
  const { name, status, reason = null } = result;
  console.log(JSON.stringify({ id: audit.id, name, status, reason }));
}
