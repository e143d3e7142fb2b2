import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  typedRoutes: true,
  // `npm test` checks the types. A plain start installs no test tools, without which the tests would not type-check, and must not stop for them.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["@node-rs/argon2", "pg", "graphile-worker", "nodemailer", "pino"],
  // Messages reach the browser already parsed (lib/i18n/messages.ts), so the 9 kB ICU parser stays at home.
  turbopack: {
    resolveAlias: {
      "use-intl/format-message": "./node_modules/use-intl/dist/esm/production/format-message/format-only.js",
    },
  },
  experimental: { serverActions: { bodySizeLimit: "1mb" } },
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
