// `npm test`: everything, browser included. The steps are in test.ts, which needs the packages that this installs.
import { install } from "./install.mjs";

install({ withDevelopment: true });
const { register } = await import("tsx/esm/api");
register();
await import("./test.ts");
